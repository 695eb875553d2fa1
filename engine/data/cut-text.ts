/** The text, or its beginning and how much is missing. Halves of a surrogate pair stay together. */
export function cutText(text: string, longest: number): string {
  return text.length <= longest ? text : begunText(text, longest, text.length)
}

/** @param whole how long the text was before it came here */
export function begunText(text: string, longest: number, whole: number): string {
  const begun = text.slice(0, Math.max(0, longest)).replace(/[\uD800-\uDBFF]$/, '')
  return `${detached(begun)}… [${whole - begun.length} more characters]`
}

/** V8 keeps the whole of a text for as long as a slice of it: a copy lets the rest go. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

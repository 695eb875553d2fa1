/** Where texts occur: the pattern has each of their characters by its number, so none of them acts. */
export function patternOf(wanted: readonly string[]): RegExp {
  const alternatives = wanted
    .toSorted((a, b) => b.length - a.length)
    .map((text) => Array.from(text, characterPattern).join(''))
  return new RegExp(alternatives.join('|') || '(?!)', 'giu')
}

/** Whether one of the texts occurs. */
export function hasAny(text: string, wanted: readonly string[]): boolean {
  return text.search(patternOf(wanted)) !== -1
}

function characterPattern(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

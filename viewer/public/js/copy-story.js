// A story as text, on the clipboard.

function textOf(line) {
  const indent = line.querySelector('.spaces').textContent
  const said = [...line.querySelector('.text').childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.data)
    .join('')
  return said
    .split('\n')
    .map((row) => indent + row)
    .join('\n')
}

/** Copies a story with its indentation, and says whether it could. */
export async function copyStory(story) {
  const text = [...story.querySelectorAll('.line')].map(textOf).join('\n')
  const isCopied = await putOnClipboard(text)
  document.querySelector('[data-copied]').textContent = isCopied ? 'Copied' : 'Not copied'
}

async function putOnClipboard(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Without https there is no clipboard but the old one.
    const field = document.createElement('textarea')
    field.value = `${text}\n`
    document.body.append(field)
    field.select()
    const isDone = document.execCommand('copy')
    field.remove()
    return isDone
  }
}

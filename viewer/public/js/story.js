// A story's folds, jumps and its copy. It is all there to be read without.

import { currentRow, goTo, reveal, step } from './rows.js'
import { onKeys } from './shortcuts.js'

const story = document.querySelector('.story')
const tools = document.querySelector('[data-story-tools]')

/* Folding */

const folds = () => [...story.querySelectorAll('.fold')]
const isSlow = (row) => 'slow' in row.dataset
const isTrouble = (row) => 'trouble' in row.dataset

function depthOf(fold) {
  return Number(/block-(\d+)/.exec(fold.querySelector('.block').className)[1])
}

/** Folds all below so many depths; what is read stays in view. */
function unfoldTo(depths) {
  const row = currentRow()
  for (const fold of folds()) fold.open = depthOf(fold) + 1 < depths
  if (row === null) return
  let shown = row
  while (!shown.checkVisibility()) {
    shown = shown.closest('details:not([open])').parentElement.querySelector('.line')
  }
  goTo(shown)
}

function toggleHere() {
  const fold = currentRow()?.nextElementSibling
  if (fold?.matches('.fold')) fold.open = !fold.open
}

const depths = document.querySelector('.depths')

depths?.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-depth]')
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  unfoldTo(Number(link.dataset.depth))
  depths.querySelector('[aria-current]')?.removeAttribute('aria-current')
  link.setAttribute('aria-current', 'true')
  history.replaceState(null, '', link.href + location.hash)
})

/** Browsers that do not unfold what a link points into. */
function revealTarget() {
  const target = document.querySelector('.line:target')
  if (target === null || target.checkVisibility()) return
  reveal(target)
  target.scrollIntoView()
}

/* Copying */

const copied = document.querySelector('[data-copied]')

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

async function copy() {
  const text = [...story.querySelectorAll('.line')].map(textOf).join('\n')
  copied.textContent = (await putOnClipboard(text)) ? 'Copied' : 'Not copied'
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

/* The part of the story in view, on the minimap */

function showWindow(mapWindow) {
  const { top, height } = story.getBoundingClientRect()
  const scale = mapWindow.ownerSVGElement.viewBox.baseVal.height / height
  const from = Math.max(0, -top)
  const to = Math.min(height, innerHeight - top)
  mapWindow.setAttribute('y', from * scale)
  mapWindow.setAttribute('height', Math.max(0, to - from) * scale)
}

const actions = {
  e: () => step(1, isTrouble),
  s: () => step(1, isSlow),
  S: () => step(-1, isSlow),
  f: toggleHere,
  '[': () => unfoldTo(1),
  ']': () => unfoldTo(Infinity),
  c: copy,
}

if (story !== null) {
  const { e: _everywhere, ...own } = actions
  onKeys(own)
  tools.hidden = false
  tools.addEventListener('click', (event) => {
    const button = event.target.closest('[data-story-key]')
    if (button !== null) actions[button.dataset.storyKey]()
  })
  addEventListener('hashchange', revealTarget)
  revealTarget()
  const mapWindow = document.querySelector('[data-map-window]')
  if (mapWindow !== null) {
    const show = () => showWindow(mapWindow)
    addEventListener('scroll', () => requestAnimationFrame(show), { passive: true })
    show()
  }
}

// Folding what lines hold, and the choice of a depth.

import { currentRow, goTo, reveal } from './rows.js'

const folds = () => document.querySelectorAll('.story .fold')

function depthOf(fold) {
  return Number(/block-(\d+)/.exec(fold.querySelector('.block').className)[1])
}

/** Folds all below so many depths; what is read stays in view. */
export function unfoldTo(depths) {
  const row = currentRow()
  for (const fold of folds()) fold.open = depthOf(fold) + 1 < depths
  if (row === null) return
  let shown = row
  while (!shown.checkVisibility()) {
    shown = shown.closest('details:not([open])').parentElement.querySelector('.line')
  }
  goTo(shown)
}

/** Folds or unfolds what the current line holds. */
export function toggleHere() {
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

/** Unfolds what the address points into, where the browser does not. */
export function revealTarget() {
  const target = document.querySelector('.line:target')
  if (target === null || target.checkVisibility()) return
  reveal(target)
  target.scrollIntoView()
}

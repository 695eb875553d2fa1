// Moving between the lines of a story, or the events of a list.

const allRows = () => [...document.querySelectorAll('[data-row]')]

const linkOf = (row) => row.querySelector('.event-title, .number')
export const isTrouble = (row) => 'trouble' in row.dataset
const isShown = (row) => row.checkVisibility()

/** Unfolds whatever hides an element. */
export function reveal(element) {
  for (let fold = foldOf(element); fold !== null; fold = foldOf(fold)) fold.open = true
}

function foldOf(element) {
  return element.parentElement?.closest('details:not([open])') ?? null
}

/** The row that has the focus, else the one that the address names. */
export function currentRow() {
  return (
    document.activeElement?.closest('[data-row]') ?? document.querySelector('[data-row]:target')
  )
}

export function goTo(row) {
  if (row === undefined) return
  reveal(row)
  linkOf(row).focus({ preventScroll: true })
  row.scrollIntoView({ block: 'center' })
}

/** Goes to the next row ahead, or behind, that is wanted: by default one that is not folded away. */
export function step(direction, isWanted = isShown) {
  const rows = allRows()
  const from = rows.indexOf(currentRow())
  const ahead =
    direction > 0 ? rows.slice(from + 1) : rows.slice(0, from < 0 ? rows.length : from).reverse()
  goTo(ahead.find(isWanted))
}

export const goToFirst = () => goTo(allRows()[0])
export const goToLast = () => goTo(allRows().findLast(isShown))

// The keys that move on every page.

import { goToFirst, goToLast, isTrouble, step } from './rows.js'
import { onKeys } from './shortcuts.js'

function focusSearch() {
  const field = document.querySelector('[data-focus]')
  if (field === null) return
  field.focus()
  field.select()
}

onKeys({
  j: () => step(1),
  k: () => step(-1),
  e: () => step(1, isTrouble),
  E: () => step(-1, isTrouble),
  g: goToFirst,
  G: goToLast,
  '/': focusSearch,
})

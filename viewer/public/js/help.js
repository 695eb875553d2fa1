// The list of the keys, and whether they count.

import { onKeys } from './shortcuts.js'
import { stored } from './stored.js'

const dialog = document.querySelector('[data-dialog]')
const shortcutsBox = document.querySelector('[data-shortcuts]')
const open = () => dialog.showModal()

shortcutsBox.checked = stored.get('shortcuts') !== 'off'
shortcutsBox.addEventListener('change', () => {
  stored.set('shortcuts', shortcutsBox.checked ? 'on' : 'off')
})
document.querySelector('[data-help]').addEventListener('click', open)
onKeys({ '?': open })

// Single keys, for those who have not switched them off.

const shortcutsBox = document.querySelector('[data-shortcuts]')

function isTyping(target) {
  return target instanceof Element && target.closest('input, select, textarea, dialog') !== null
}

/** Does what stands beside the key that is pressed. */
export function onKeys(actions) {
  document.addEventListener('keydown', (event) => {
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping(event.target) || !shortcutsBox.checked) return
    event.preventDefault()
    action()
  })
}

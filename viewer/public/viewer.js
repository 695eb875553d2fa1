// What a keyboard and a clock add. Every page works without it.
import './js/brush.js'
import './js/follow.js'
import './js/story.js'
import { goToFirst, goToLast, step } from './js/rows.js'
import { onKeys } from './js/shortcuts.js'

const dialog = document.querySelector('[data-dialog]')
const zoneButton = document.querySelector('[data-time-zone]')
const shortcutsBox = document.querySelector('[data-shortcuts]')

const stored = {
  get: (name) => {
    try {
      return localStorage.getItem(`stacktale.${name}`)
    } catch {
      return null
    }
  },
  set: (name, value) => {
    try {
      localStorage.setItem(`stacktale.${name}`, value)
    } catch {
      // Storage may be switched off: the choice then lasts as long as the page.
    }
  },
}

/* Moving between rows */

const isTrouble = (row) => 'trouble' in row.dataset

function focusFilter() {
  const field = document.querySelector('[data-focus]')
  if (field === null) return
  field.focus()
  field.select()
}

const shortcuts = {
  j: () => step(1),
  k: () => step(-1),
  e: () => step(1, isTrouble),
  E: () => step(-1, isTrouble),
  g: goToFirst,
  G: goToLast,
  t: toggleZone,
  '/': focusFilter,
  '?': () => dialog.showModal(),
}

onKeys(shortcuts)

shortcutsBox.checked = stored.get('shortcuts') !== 'off'
shortcutsBox.addEventListener('change', () => {
  stored.set('shortcuts', shortcutsBox.checked ? 'on' : 'off')
})
document.querySelector('[data-help]').addEventListener('click', () => dialog.showModal())

/* Times: in UTC as the page brings them, or as on the reader's clock */

function allTimes() {
  return [...document.querySelectorAll('time[data-time], .event-time time')].map((element) => {
    element.dataset.utc ??= element.textContent
    return { element, date: new Date(element.dateTime), utc: element.dataset.utc }
  })
}

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }
const day = { day: 'numeric', month: 'short' }
const formats = {
  clock: new Intl.DateTimeFormat('en-GB', clock),
  otherDay: new Intl.DateTimeFormat('en-GB', { ...day, ...clock, second: undefined }),
  absolute: new Intl.DateTimeFormat('en-GB', {
    ...day,
    ...clock,
    year: 'numeric',
    fractionalSecondDigits: 3,
    timeZoneName: 'short',
  }),
}

/** Rows stand under the day they belong to in UTC; one that is of another day here says so. */
function isOtherDay(date) {
  return date.getDate() !== date.getUTCDate()
}

function localText({ element, date }) {
  if (element.dataset.time === 'absolute') return formats.absolute.format(date)
  return (isOtherDay(date) ? formats.otherDay : formats.clock).format(date)
}

function showTimes(isLocal) {
  for (const time of allTimes()) time.element.textContent = isLocal ? localText(time) : time.utc
  zoneButton.textContent = isLocal ? 'Local time' : 'UTC'
  zoneButton.setAttribute('aria-pressed', String(isLocal))
}

function toggleZone() {
  const isLocal = zoneButton.getAttribute('aria-pressed') !== 'true'
  stored.set('time', isLocal ? 'local' : 'utc')
  showTimes(isLocal)
}

zoneButton.addEventListener('click', toggleZone)
// Rows that came after the page are to show the same time as the others.
document.addEventListener('rowsadded', () =>
  showTimes(zoneButton.getAttribute('aria-pressed') === 'true'),
)
if (stored.get('time') === 'local') showTimes(true)
document.querySelector('[data-tools]').hidden = false

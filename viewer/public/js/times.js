// Times: in UTC as the page brings them, or as on the reader's clock.

import { onKeys } from './shortcuts.js'
import { stored } from './stored.js'

const zoneButton = document.querySelector('[data-time-zone]')

function allTimes() {
  return [...document.querySelectorAll('time[data-time]')].map((element) => {
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
onKeys({ t: toggleZone })

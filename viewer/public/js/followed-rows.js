// The rows of a list that is followed: each event once, newest first, by day.

/** More would make the page slow. */
const MOST_ROWS = 500

const list = document.querySelector('[data-days]')
const older = document.querySelector('[data-older]')
const seen = new Set()
/** What is older than the last row of a list that goes on is no news, but of the next page. */
let oldest = ''

if (list !== null) {
  const keys = [...list.querySelectorAll('[data-row]')].map(keyOf)
  for (const key of keys) seen.add(key)
  if (older !== null) oldest = keys.at(-1) ?? ''
}

/** A row's event by its time, digit by digit, so that keys stand in the order of time. */
function keyOf(row) {
  const [, milliseconds, fraction = ''] = /(\d+)(?:\.(\d+))?$/.exec(
    row.querySelector('.event-title').pathname,
  )
  return milliseconds.padStart(13, '0') + fraction.padEnd(25, '0')
}

/** The rows of an answer that were not seen before, each with its day, newest first. */
export function freshRows(answer) {
  const fresh = []
  for (const day of answer.querySelectorAll('.day')) {
    for (const row of day.querySelectorAll('[data-row]')) {
      const key = keyOf(row)
      if (seen.has(key) || key < oldest) continue
      seen.add(key)
      fresh.push({ key, row, day })
    }
  }
  return fresh
}

/** Puts rows into the list, each at its place. */
export function addRows(rows) {
  document.querySelector('[data-empty]')?.remove()
  for (const { key, row, day } of rows) {
    const events = eventsOf(day)
    const next = [...events.children].find((other) => keyOf(other) < key) ?? null
    events.insertBefore(document.adoptNode(row), next)
    row.classList.add('event-new')
  }
  removeOldest()
}

/** The list of a row's day, which may be a new one. */
function eventsOf(day) {
  const known = document.getElementById(day.querySelector('h2').id)
  if (known !== null) return known.closest('.day').querySelector('.events')
  const section = document.importNode(day, true)
  const events = section.querySelector('.events')
  events.replaceChildren()
  const id = section.querySelector('h2').id
  const next = [...list.querySelectorAll('.day')].find((other) => other.querySelector('h2').id < id)
  list.insertBefore(section, next ?? null)
  return events
}

function removeOldest() {
  const rows = [...list.querySelectorAll('[data-row]')]
  if (rows.length <= MOST_ROWS) return
  for (const row of rows.slice(MOST_ROWS)) row.remove()
  for (const day of list.querySelectorAll('.day')) {
    if (day.querySelector('[data-row]') === null) day.remove()
  }
  const again = document.createElement('a')
  again.href = location.href
  again.className = 'button'
  again.textContent = `Only the newest ${MOST_ROWS} are kept: load the list again`
  const place = older ?? list.parentElement.appendChild(document.createElement('p'))
  place.className = 'paging'
  place.replaceChildren(again)
}

const DAY_MS = 86_400_000
const UNITS = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
]

/** Says anew how long ago the rows of the last day were: the list was made a while ago. */
export function showAges() {
  for (const row of list.querySelectorAll('[data-row]')) {
    const ms = Math.max(0, Date.now() - Date.parse(row.querySelector('time').dateTime))
    if (ms > DAY_MS) return
    const [name, length] = UNITS.find(([, length]) => ms >= length) ?? []
    const age = name === undefined ? 'just now' : `${Math.floor(ms / length)} ${name} ago`
    row.querySelector('.event-time small').textContent = age
  }
}

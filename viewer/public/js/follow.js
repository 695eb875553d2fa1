// Keeps the list of events up with what comes, when asked to: one look at a time, at a pace that follows
// what comes, and none while nobody can see it.
import { addRows, freshRows, showAges } from './followed-rows.js'

const SHORTEST_MS = 2_000
const LONGEST_MS = 15_000
const SLOWER = 1.5
/** So many that wait to be shown are enough: it does not look for more. */
const MOST_HELD = 200

const bar = document.querySelector('[data-following]')
if (bar !== null) follow(bar)

function follow(bar) {
  const part = (name) => bar.querySelector(`[data-follow${name}]`)
  const button = part('')
  const heldButton = part('-held')
  const state = part('-state')
  const news = part('-news')
  const address = new URL(bar.dataset.following, location.href)

  let isOn = false
  let isLooking = false
  let timer
  let intervalMs = SHORTEST_MS
  let readUnits = 0
  let lastUnits = 0
  let come = 0
  /** Rows that are not shown yet, because something else is being read. */
  let held = []

  part('-again').hidden = true
  button.hidden = false
  state.hidden = false
  button.addEventListener('click', () => (isOn ? pause('Paused') : start()))
  heldButton.addEventListener('click', () => {
    show()
    bar.ownerDocument.querySelector('[data-days]').scrollIntoView({ block: 'center' })
    button.focus({ preventScroll: true })
  })
  document.addEventListener('visibilitychange', look)
  document.addEventListener('scroll', showIfInView, { passive: true })

  function start() {
    isOn = true
    bar.classList.add('follow-on')
    button.textContent = 'Pause'
    news.textContent = 'Following'
    intervalMs = SHORTEST_MS
    look()
  }

  function pause(why) {
    isOn = false
    clearTimeout(timer)
    bar.classList.remove('follow-on')
    button.textContent = 'Resume'
    news.textContent = why
    state.textContent = `${why}: ${events(come)} for ${units(readUnits)} so far.`
  }

  async function look() {
    clearTimeout(timer)
    if (!isOn || isLooking || document.hidden || held.length >= MOST_HELD) return
    isLooking = true
    try {
      take(await ask())
    } catch {
      intervalMs = LONGEST_MS
      state.textContent = `The last look failed. Trying again in ${LONGEST_MS / 1000} s; ${units(readUnits)} so far.`
    } finally {
      isLooking = false
    }
    if (isOn) timer = setTimeout(look, intervalMs)
  }

  async function ask() {
    const response = await fetch(address, { redirect: 'error', cache: 'no-store' })
    if (!response.ok) throw new Error(`status ${response.status}`)
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const answer = page.querySelector('[data-newer]')
    if (answer === null) throw new Error('no rows')
    return answer
  }

  function take(answer) {
    lastUnits = Number(answer.dataset.readUnits)
    readUnits += lastUnits
    if ('more' in answer.dataset) {
      pause('Too much comes to be followed')
      return
    }
    address.searchParams.set('since', answer.dataset.looked)
    const fresh = freshRows(answer)
    intervalMs = fresh.length > 0 ? SHORTEST_MS : Math.min(LONGEST_MS, intervalMs * SLOWER)
    held.push(...fresh)
    come += fresh.length
    showAges()
    showIfInView()
    tellHeld()
    if (isOn) {
      const seconds = Math.round(intervalMs / 1000)
      state.textContent = `Following: ${events(come)} for ${units(readUnits)} so far, about ${digits(lastUnits)} every ${seconds} s.`
    }
  }

  /** New rows would push away what is being read further down, or what the keyboard is at. */
  function isReading() {
    const list = document.querySelector('[data-days]')
    const isAtRow = document.activeElement?.closest('[data-row]') !== null
    return isAtRow || list.getBoundingClientRect().top < 0
  }

  function showIfInView() {
    if (held.length > 0 && !isReading()) show()
  }

  function show() {
    const rows = held
    const wasFull = rows.length >= MOST_HELD
    held = []
    addRows(rows)
    tellHeld()
    news.textContent = `${events(rows.length)}.`
    document.dispatchEvent(new Event('rowsadded'))
    if (wasFull) look()
  }

  function tellHeld() {
    heldButton.hidden = held.length === 0
    heldButton.textContent = `${events(held.length)}: show`
  }
}

function digits(number) {
  return number.toLocaleString('en-US', { maximumFractionDigits: 1 })
}

function units(number) {
  return `${digits(number)} read unit${number === 1 ? '' : 's'}`
}

function events(number) {
  return `${number} new event${number === 1 ? '' : 's'}`
}

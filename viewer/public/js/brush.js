// Chooses a time by dragging over a chart, or by the two sliders at its edges.

const SVG = 'http://www.w3.org/2000/svg'
/** Shorter than this, in pixels, it is a click on a bar. */
const LEAST_DRAG = 5
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

for (const field of document.querySelectorAll('[data-brush]')) brush(field)

function brush(field) {
  const [from, stepMs, length] = field.dataset.brush.split(' ').map(Number)
  const plot = field.querySelector('svg')
  const form = field.querySelector('form')
  const [first, last] = form.querySelectorAll('[type=range]')
  const button = form.querySelector('button')
  const shade = document.createElementNS(SVG, 'rect')
  const chosenBefore = [Number(first.value), Number(last.value)]
  let anchor
  let isDragged = false

  const timeAt = (step) => from + step * stepMs
  const words = (step) => `${time.format(timeAt(step))} UTC`

  function choose(start, end) {
    first.value = start
    last.value = end
    const isChanged = start !== chosenBefore[0] || end !== chosenBefore[1]
    shade.setAttribute('x', `${(100 * start) / length}%`)
    shade.setAttribute('width', `${(100 * (end - start)) / length}%`)
    shade.setAttribute('visibility', isChanged ? 'visible' : 'hidden')
    first.setAttribute('aria-valuetext', words(start))
    last.setAttribute('aria-valuetext', words(end))
    button.hidden = !isChanged
    button.textContent = `Show ${words(start).replace(' UTC', '')} to ${words(end)}`
  }

  function show() {
    form.elements.from.value = new Date(timeAt(Number(first.value))).toISOString()
    form.elements.to.value = new Date(timeAt(Number(last.value)) - 1).toISOString()
  }

  function stepAt(event) {
    const { left, width } = plot.getBoundingClientRect()
    return Math.min(length, Math.max(0, ((event.clientX - left) / width) * length))
  }

  function endDrag() {
    anchor = undefined
    choose(...chosenBefore)
  }

  // Else the link below would be focused, and dragged.
  plot.addEventListener('mousedown', (event) => event.preventDefault())
  plot.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return
    anchor = { step: stepAt(event), x: event.clientX }
    isDragged = false
  })
  plot.addEventListener('pointermove', (event) => {
    if (anchor === undefined) return
    if (!isDragged && Math.abs(event.clientX - anchor.x) < LEAST_DRAG) return
    if (!isDragged) plot.setPointerCapture(event.pointerId)
    isDragged = true
    const [low, high] = [anchor.step, stepAt(event)].toSorted((a, b) => a - b)
    choose(Math.min(Math.floor(low), length - 1), Math.max(Math.ceil(high), Math.floor(low) + 1))
  })
  plot.addEventListener('pointerup', () => {
    anchor = undefined
    if (isDragged) form.requestSubmit()
  })
  plot.addEventListener('pointercancel', endDrag)
  plot.addEventListener(
    'click',
    (event) => {
      if (isDragged) event.preventDefault()
      isDragged = false
    },
    true,
  )
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && anchor !== undefined) {
      isDragged = false
      endDrag()
    }
  })

  first.addEventListener('input', () => {
    choose(Math.min(Number(first.value), Number(last.value) - 1), Number(last.value))
  })
  last.addEventListener('input', () => {
    choose(Number(first.value), Math.max(Number(last.value), Number(first.value) + 1))
  })
  for (const edge of [first, last]) {
    edge.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') form.requestSubmit()
    })
  }
  form.addEventListener('submit', show)

  shade.setAttribute('class', 'brush-window')
  shade.setAttribute('y', '0')
  shade.setAttribute('height', plot.querySelector('.baseline').getAttribute('y1'))
  plot.append(shade)
  form.hidden = false
  field.classList.add('is-ready')
  choose(...chosenBefore)
}

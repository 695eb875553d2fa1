// The lines in view, on the strip beside the story.

const story = document.querySelector('.story')
const mapWindow = document.querySelector('[data-map-window]')
const lines = story?.querySelectorAll('.line').length

/** The line at a height, below those that stay in view. */
function lineAt(x, y) {
  const row = document
    .elementsFromPoint(x, y)
    .findLast((each) => each.matches('.line, .fold:not([open])'))
  return row?.closest('li').firstElementChild.id.slice(1)
}

function showWindow() {
  const { left, top, bottom } = story.getBoundingClientRect()
  if (bottom < 12 || top > innerHeight - 12) return
  const scale = mapWindow.ownerSVGElement.viewBox.baseVal.height / lines
  const first = lineAt(left + 8, 0) ?? 1
  const last = lineAt(left + 8, innerHeight - 1) ?? lines
  mapWindow.setAttribute('y', (first - 1) * scale)
  mapWindow.setAttribute('height', (last - first + 1) * scale)
}

if (mapWindow !== null) {
  const soon = () => requestAnimationFrame(showWindow)
  addEventListener('scroll', soon)
  addEventListener('resize', soon)
  new ResizeObserver(soon).observe(story)
}

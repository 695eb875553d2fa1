// The part of the story in view, on the strip beside it.

const story = document.querySelector('.story')
const mapWindow = document.querySelector('[data-map-window]')

function showWindow() {
  const { top, height } = story.getBoundingClientRect()
  const scale = mapWindow.ownerSVGElement.viewBox.baseVal.height / height
  const from = Math.max(0, -top)
  const to = Math.min(height, innerHeight - top)
  mapWindow.setAttribute('y', from * scale)
  mapWindow.setAttribute('height', Math.max(0, to - from) * scale)
}

if (mapWindow !== null) {
  addEventListener('scroll', () => requestAnimationFrame(showWindow), { passive: true })
  showWindow()
}

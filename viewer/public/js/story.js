// A story's keys and buttons. It is all there to be read without.

import './minimap.js'
import { copyStory } from './copy-story.js'
import { revealTarget, toggleHere, unfoldTo } from './folds.js'
import { isTrouble, step } from './rows.js'
import { onKeys } from './shortcuts.js'

const story = document.querySelector('.story')
const tools = document.querySelector('[data-story-tools]')
const isSlow = (row) => 'slow' in row.dataset

const keys = {
  s: () => step(1, isSlow),
  S: () => step(-1, isSlow),
  f: toggleHere,
  '[': () => unfoldTo(1),
  ']': () => unfoldTo(Infinity),
  c: () => copyStory(story),
}
const buttons = { ...keys, e: () => step(1, isTrouble) }

if (story !== null) {
  onKeys(keys)
  tools.hidden = false
  tools.addEventListener('click', (event) => {
    const button = event.target.closest('[data-story-key]')
    if (button !== null) buttons[button.dataset.storyKey]()
  })
  addEventListener('hashchange', revealTarget)
  revealTarget()
}

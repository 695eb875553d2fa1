// What a keyboard and a clock add. Every page works without it.
import './js/brush.js'
import './js/follow.js'
import './js/help.js'
import './js/moving.js'
import './js/story.js'
import './js/times.js'

document.querySelector('[data-tools]').hidden = false

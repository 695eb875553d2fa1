import { configure, GenericLogger } from 'stacktale'
import { SeededRandom } from '../../demo/workouts/seeded-random.ts'
import { SimulatedClock } from '../../demo/workouts/simulated-clock.ts'
import type { Workload } from './workload.ts'

const SEED = 1
const START = Date.UTC(2026, 0, 1)
const LINES = 40
const LENGTH = 45
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** What nothing repeats in: the worst case. */
export const randomTexts: Workload = {
  name: 'random text',
  run: async (events) => {
    const random = new SeededRandom(SEED)
    const clock = new SimulatedClock(START, random)
    configure({ clock: clock.read })
    for (let id = 0; id < events; id += 1) {
      const log = new GenericLogger({ id }, 'noise')
      for (let line = 0; line < LINES; line += 1) log.info(randomText(random))
      await log.commit()
    }
  },
}

function randomText(random: SeededRandom): string {
  let text = ''
  while (text.length < LENGTH) {
    text += CHARACTERS.charAt(Math.floor(random.next() * CHARACTERS.length))
  }
  return text
}

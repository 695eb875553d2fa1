import { GenericLogger } from 'stacktale'
import type { SeededRandom } from '../../demo/workouts/seeded-random.ts'

const LINES = 40
const WORDS =
  'Picked exercise Squat after looking through the inventory of the gym for something that fits legs and core warm up cool down bench barbell user filter recreated phase superset'.split(
    ' ',
  )

/** The texts of an event of 40 lines, of about 45 characters each. */
export function eventTexts(random: SeededRandom): readonly string[] {
  return Array.from({ length: LINES }, () => sentence(random))
}

/** A logger that has these lines, to be committed. */
export function openEvent(id: number, texts: readonly string[]): GenericLogger {
  const log = new GenericLogger({ id }, 'bench')
  for (const text of texts) log.addMessage(text)
  return log
}

/** As many loggers, to be committed. */
export function openEvents(count: number, random: SeededRandom): readonly GenericLogger[] {
  return Array.from({ length: count }, (_, id) => openEvent(id, eventTexts(random)))
}

function sentence(random: SeededRandom): string {
  const words = Array.from({ length: 7 }, () => random.pick(WORDS))
  return `${words.join(' ')} ${random.pick(WORDS).length}`
}

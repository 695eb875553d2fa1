import type { LogEvent } from '../../../engine/event.ts'
import { encodeEvent } from '../../../engine/item/encode-event.ts'
import { storyText } from '../../../engine/story-text.ts'
import type { CodingCost } from './codings.ts'
import { codingCosts } from './codings.ts'
import type { DictionaryCost } from './dictionary.ts'
import { dictionaryCosts } from './dictionary.ts'
import { Tally } from './tally.ts'
import { WAYS } from './ways.ts'
import type { Workload } from './workload.ts'
import { eachEvent } from './workload.ts'

/** Events that codings are timed on; as many before them are what a dictionary is made of. */
const SAMPLE = 1000
const SHORT_LINES = 40

/** What storing the events of a workload costs. */
export interface WorkloadCost {
  readonly name: string
  /** By the way they are stored. */
  readonly tallies: ReadonlyMap<string, Tally>
  /** The longer ones, as stacktale stores them if only their first 40 lines are logged. */
  readonly short: Tally
  readonly codings: readonly CodingCost[]
  readonly shortCodings: readonly CodingCost[]
  readonly dictionaries: readonly DictionaryCost[]
}

export async function measureWorkload(workload: Workload, events: number): Promise<WorkloadCost> {
  const tallies = new Map(Object.keys(WAYS).map((way) => [way, new Tally()]))
  const short = new Tally()
  const sample: LogEvent[] = []
  await eachEvent(workload, events, (event) => {
    const lines = event.lines.length
    for (const [way, itemsOf] of Object.entries(WAYS)) tallies.get(way)?.add(itemsOf(event), lines)
    if (lines > SHORT_LINES) short.add(encodeEvent(shortened(event)).items, SHORT_LINES)
    if (sample.length < 2 * SAMPLE) sample.push(event)
  })
  const half = Math.ceil(sample.length / 2)
  const [learned, measured] = [sample.slice(0, half), sample.slice(half)]
  return {
    name: workload.name,
    tallies,
    short,
    codings: codingCosts(measured),
    shortCodings: codingCosts(
      measured.filter(({ lines }) => lines.length > SHORT_LINES).map(shortened),
    ),
    dictionaries: dictionaryCosts(learned, measured),
  }
}

function shortened(event: LogEvent): LogEvent {
  const lines = event.lines.slice(0, SHORT_LINES)
  return { ...event, lines, text: storyText(lines) }
}

import { cellWord, tableCells } from '../table-text.ts'

const UNITS = ['reps', 'seconds', 'minutes'] as const

export type Unit = (typeof UNITS)[number]

export interface Range {
  readonly low: number
  readonly high: number
}

/** What a phase prescribes for a kind of exercise. */
export interface AcuteVariables {
  readonly sets: Range
  readonly amount: Range
  readonly unit: Unit
  /** Seconds down, held and up; X is as fast as possible. */
  readonly tempo: string
  readonly restSeconds: Range
  /** Percent of the weight that can be lifted once. */
  readonly intensity: Range
}

/**
 * what | sets | amount | unit | tempo | rest in seconds | intensity in percent.
 * After the model of the National Academy of Sports Medicine: five phases, each with its own variables.
 */
const ROWS = `
  roll                   | 1-1 | 30-45 | seconds | -     |   0-15  | 0-0
  static                 | 1-2 | 30-40 | seconds | -     |   0-15  | 0-0
  active                 | 1-2 |  6-10 | reps    | 1/2/1 |   0-15  | 0-0
  dynamic                | 1-2 | 10-12 | reps    | 1/0/1 |   0-15  | 0-0
  core 1                 | 1-3 | 12-20 | reps    | 4/2/1 |  30-60  | 0-0
  core 2                 | 2-3 |  8-12 | reps    | 3/2/1 |  30-60  | 0-0
  core 3                 | 2-3 |  8-12 | reps    | 3/2/1 |   0-60  | 0-0
  core 4                 | 2-3 |  8-12 | reps    | 1/1/1 |   0-60  | 0-0
  core 5                 | 2-3 |  8-12 | reps    | X/X/X |   0-60  | 0-0
  balance 1              | 1-3 | 12-20 | reps    | 4/2/1 |   0-60  | 0-0
  balance 2              | 2-3 |  8-12 | reps    | 3/2/1 |   0-60  | 0-0
  balance 3              | 2-3 |  8-12 | reps    | 3/2/1 |   0-60  | 0-0
  balance 4              | 2-3 |  8-12 | reps    | 2/2/1 |   0-60  | 0-0
  balance 5              | 2-3 |  8-12 | reps    | X/3/X |   0-60  | 0-0
  plyometric 1           | 1-3 |  5-8  | reps    | X/4/X |  30-90  | 0-0
  plyometric 2           | 2-3 |  8-10 | reps    | X/0/X |  30-60  | 0-0
  plyometric 3           | 2-3 |  8-10 | reps    | X/0/X |  30-60  | 0-0
  plyometric 5           | 2-3 |  8-12 | reps    | X/0/X |  30-60  | 0-0
  speed 1                | 1-2 | 15-20 | seconds | -     |  20-45  | 0-0
  speed 2                | 2-3 | 15-20 | seconds | -     |  20-45  | 0-0
  speed 5                | 2-3 | 10-15 | seconds | -     |  30-60  | 0-0
  resistance 1           | 1-3 | 12-20 | reps    | 4/2/1 |  30-60  | 50-70
  resistance 2           | 2-4 |  8-12 | reps    | 2/0/2 |   0-30  | 70-80
  resistance 3           | 3-5 |  6-12 | reps    | 2/0/2 |  30-60  | 75-85
  resistance 4           | 4-6 |  2-5  | reps    | X/X/X | 150-210 | 85-95
  resistance 5           | 3-5 |  2-5  | reps    | X/X/X |   0-30  | 85-95
  superset stabilization | 2-4 |  8-12 | reps    | 4/2/1 |  45-75  | 50-70
  superset power         | 3-5 |  8-10 | reps    | X/X/X |  90-150 | 30-45
  cardio 1               | 1-1 |  5-10 | minutes | -     |   0-0   | 60-70
  cardio 2               | 1-1 |  4-8  | minutes | -     |   0-0   | 70-80
  cardio 3               | 1-1 |  4-8  | minutes | -     |   0-0   | 65-80
  cardio 4               | 1-1 |  4-6  | minutes | -     |   0-0   | 65-75
  cardio 5               | 1-1 |  3-5  | minutes | -     |   0-0   | 80-90
`

const VARIABLES: ReadonlyMap<string, AcuteVariables> = new Map(
  tableCells(ROWS).map(
    ([what = '', sets = '', amount = '', unit = '', tempo = '', rest = '', intensity = '']) => [
      what,
      {
        sets: rangeIn(sets),
        amount: rangeIn(amount),
        unit: cellWord(unit, UNITS),
        tempo,
        restSeconds: rangeIn(rest),
        intensity: rangeIn(intensity),
      },
    ],
  ),
)

/** @param what a style of flexibility, `superset` and a style, or a component and the number of a phase */
export function acuteVariables(what: string): AcuteVariables {
  const variables = VARIABLES.get(what)
  if (variables === undefined) throw new RangeError(`Nothing is prescribed for "${what}"`)
  return variables
}

function rangeIn(cell: string): Range {
  const [low, high] = cell.split('-').map(Number)
  return { low: low ?? 0, high: high ?? 0 }
}

import type { Meter } from '../../../viewer/display/meter.ts'
import type { StandingView } from '../../../viewer/display/standing-view.ts'
import { FREE_UNITS } from '../../../engine/table/free-tier.ts'
import { count } from '../count.ts'
import type { Screen } from '../screen.ts'
import type { UnitsOfAccount } from '../units-of-account.ts'
import { placeTable } from './place-table.ts'
import { wrapped } from './wrapped.ts'

const LABEL_WIDTH = 21
const BAR_WIDTH = 24
const LEAST_COLUMNS = 50
const MOST_COLUMNS = 108

/** What `stacktale cost` says to people. */
export function costText(
  { headline, sentence, meters, places, assumption }: StandingView,
  account: UnitsOfAccount | undefined,
  screen: Screen,
): string {
  const columns = Math.min(Math.max(screen.columns ?? MOST_COLUMNS, LEAST_COLUMNS), MOST_COLUMNS)
  const { paint } = screen
  const dim = (text: string): readonly string[] =>
    wrapped(text, columns).map((row) => paint(row, 'dim'))
  return [
    paint(headline, 'strong'),
    ...wrapped(sentence, columns),
    '',
    ...meters.flatMap((meter) => [...meterRows(meter, columns, screen), '']),
    ...accountRows(account, columns, screen),
    paint('The same month elsewhere', 'strong'),
    ...placeTable(places, columns, screen),
    ...dim(assumption),
    '',
  ].join('\n')
}

function meterRows(meter: Meter, columns: number, screen: Screen): readonly string[] {
  const { label, reading, share, state, notes } = meter
  const { paint } = screen
  const style = state === 'full' ? 'error' : state === 'near' ? 'warn' : 'strong'
  const bar = share === undefined ? '' : `${barOf(share, screen)}  `
  const indent = ' '.repeat(LABEL_WIDTH)
  return [
    `${label.padEnd(LABEL_WIDTH)}${bar}${paint(reading, style)}`,
    ...notes.flatMap((note) =>
      wrapped(note, columns - LABEL_WIDTH).map((row) => `${indent}${paint(row, 'dim')}`),
    ),
  ]
}

function barOf(share: number, { paint, isTerminal, hasColours }: Screen): string {
  const [full, empty] = isTerminal || hasColours ? ['█', '░'] : ['#', '.']
  const filled = share > 0 ? Math.min(BAR_WIDTH, Math.max(1, Math.round(share * BAR_WIDTH))) : 0
  return paint(full.repeat(filled), 'key') + paint(empty.repeat(BAR_WIDTH - filled), 'dim')
}

function accountRows(
  account: UnitsOfAccount | undefined,
  columns: number,
  { paint }: Screen,
): readonly string[] {
  if (account === undefined) return []
  const { tables, write, read, isComplete } = account
  const seen = isComplete ? '' : ', as far as they could be looked at'
  const says = `${write} write and ${read} read units in ${count(tables, 'provisioned table')} of this region${seen}; ${FREE_UNITS.write} and ${FREE_UNITS.read} are free to all of them together.`
  const [first = '', ...rest] = wrapped(says, columns - LABEL_WIDTH)
  const indent = ' '.repeat(LABEL_WIDTH)
  return [
    `${'The account'.padEnd(LABEL_WIDTH)}${first}`,
    ...rest.map((row) => `${indent}${paint(row, 'dim')}`),
    '',
  ]
}

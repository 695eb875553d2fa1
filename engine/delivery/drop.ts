import { StacktaleError } from '../errors/stacktale-error.ts'
import type { DropReason } from './ledger.ts'

const ADVICE: Readonly<Record<DropReason, string>> = {
  'queue-full':
    'More waited to be stored than memory is given for; the oldest of the lowest level go first. Give the table more write units, log less, or keep a journal: configure({ journal }).',
  refused: 'DynamoDB refused it again and again, while it took others.',
  'journal-expired': 'It lay in the journal for longer than events are kept there.',
  'journal-damaged': 'It could not be read back from the journal.',
  'worker-failed': 'The worker that stores events ended by a fault.',
}

/** What is said of events that are let go. @param objects what they are about, where that is known */
export function dropped(
  objects: readonly string[],
  reason: DropReason,
  count: number = objects.length,
): StacktaleError {
  const named = [...new Set(objects)].slice(0, 3).join(', ')
  const events = count === 1 ? 'An event was' : `${count} events were`
  const whose = named === '' ? '' : `, of ${named}`
  return new StacktaleError(
    'event-dropped',
    `${events} let go (${reason})${whose}. ${ADVICE[reason]}`,
  )
}

/** What is said of an event that is on disk alone. */
export function waitsOnDisk(object: string): StacktaleError {
  return new StacktaleError(
    'event-journaled',
    `An event of ${object} waits in the journal on disk, because more waits to be stored than memory is given for. It will be stored in its turn.`,
  )
}

import { ask } from '../lookups/ask.ts'
import type { LookupLog } from '../lookups/ask.ts'
import { cardProcessor } from '../lookups/service.ts'
import type { Surroundings } from '../lookups/surroundings.ts'

const REFUSAL_RATE = 0.07
const CONFIRMATION_RATE = 0.25
const REASONS = [
  'insufficient funds',
  'the card has expired',
  'the card was reported lost',
  "the bank gives no reason, as banks don't",
]

export interface Approval {
  readonly reference: string
  readonly wasConfirmed: boolean
}

export interface Refusal {
  readonly reason: string
}

/** Charges a card once, however often it has to be asked. */
export async function chargeCard(
  surroundings: Surroundings,
  log: LookupLog,
): Promise<Approval | Refusal> {
  const { random } = surroundings
  return await ask(
    cardProcessor,
    () =>
      random.chance(REFUSAL_RATE)
        ? { reason: random.pick(REASONS) }
        : {
            reference: `CH-${random.wholeBetween(100_000, 999_999)}`,
            wasConfirmed: random.chance(CONFIRMATION_RATE),
          },
    surroundings,
    log,
  )
}

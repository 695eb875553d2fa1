import type { Studio } from '../studio.ts'
import type { User } from '../users/user.ts'
import type { BillingLogger } from './billing-logger.ts'
import { chargeCard } from './card-processor.ts'
import { drawUpInvoice } from './invoice.ts'
import type { Invoice } from './invoice.ts'

const NEXT_ATTEMPT_DAYS = 3

/** Charges a user for another month. */
export async function renewSubscription(
  studio: Studio,
  user: User,
  log: BillingLogger,
): Promise<void> {
  log.start()
  try {
    const invoice = drawUpInvoice(user, studio.random, log)
    if (invoice.cents === 0) log.nothingToPay()
    else await payInvoice(studio, user, invoice, log)
  } catch (error) {
    log.failed(error)
  }
}

async function payInvoice(
  { surroundings }: Studio,
  user: User,
  invoice: Invoice,
  log: BillingLogger,
): Promise<void> {
  log.charging(invoice, cardEnding(user))
  const answer = await chargeCard(surroundings, log)
  if ('reason' in answer) {
    log.refused(answer)
    log.tryingAgainLater(NEXT_ATTEMPT_DAYS)
    log.reminding()
    return
  }
  if (answer.wasConfirmed) log.confirmationAsked()
  log.approved(answer)
  log.renewed()
}

function cardEnding({ id }: User): string {
  return String(1000 + ((id * 7919) % 9000))
}

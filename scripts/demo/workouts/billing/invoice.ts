import type { SeededRandom } from '../seeded-random.ts'
import { MONTHLY_CENTS } from '../users/plan.ts'
import type { User } from '../users/user.ts'
import type { BillingLogger } from './billing-logger.ts'

const LOYALTY_RATE = 0.3
const LOYALTY_SHARE = 0.1
const REFERRAL_RATE = 0.12
const REFERRAL_CENTS = 1000

export interface InvoiceItem {
  readonly title: string
  readonly cents: number
}

export interface Invoice {
  readonly items: readonly InvoiceItem[]
  readonly cents: number
}

/** What a month of the user's plan costs, with the discounts the user has earned. */
export function drawUpInvoice(user: User, random: SeededRandom, log: BillingLogger): Invoice {
  log.drawingUpInvoice()
  const price = MONTHLY_CENTS[user.plan]
  const items: InvoiceItem[] = [{ title: `${user.plan}, one month`, cents: price }]
  if (random.chance(LOYALTY_RATE)) {
    items.push({ title: 'Loyalty discount', cents: -Math.round(price * LOYALTY_SHARE) })
  }
  if (random.chance(REFERRAL_RATE)) {
    items.push({ title: 'Thanks for bringing a friend', cents: -REFERRAL_CENTS })
  }
  for (const item of items) itemize(item, log)
  return {
    items,
    cents: Math.max(
      0,
      items.reduce((sum, { cents }) => sum + cents, 0),
    ),
  }
}

function itemize(item: InvoiceItem, log: BillingLogger): void {
  log.invoiceItem(item)
}

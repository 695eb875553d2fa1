import { GenericLogger } from 'stacktale'
import { euros } from '../english.ts'
import type { LookupLog } from '../lookups/ask.ts'
import type { ServiceError } from '../lookups/service-error.ts'
import { firstName } from '../users/user.ts'
import type { User } from '../users/user.ts'
import type { Approval, Refusal } from './card-processor.ts'
import type { Invoice, InvoiceItem } from './invoice.ts'

/** Tells how a subscription is renewed. */
export class BillingLogger extends GenericLogger<User> implements LookupLog {
  readonly #user: User
  readonly #name: string

  constructor(user: User) {
    super(user, 'billing')
    this.#user = user
    this.#name = firstName(user)
  }

  start(): void {
    this.addMessage(`Renewing the ${this.#user.plan} plan of ${this.#user.name}`)
  }

  drawingUpInvoice(): void {
    this.addMessage('Drawing up the invoice')
  }

  invoiceItem({ title, cents }: InvoiceItem): void {
    this.addMessage(`${title}: ${euros(cents)}`, { cents })
  }

  nothingToPay(): void {
    this.addMessage(`Nothing to pay this month: the plan stays active`)
  }

  charging({ cents }: Invoice, cardEnding: string): void {
    this.addMessage(`Charging ${euros(cents)} to the card ending in ${cardEnding}`)
  }

  approved({ reference }: Approval): void {
    this.addMessage(`Approved as ${reference}`)
  }

  confirmationAsked(): void {
    this.debug(`The bank asked ${this.#name} to confirm, and ${this.#name} did`)
  }

  refused({ reason }: Refusal): void {
    this.warn(`Refused: ${reason}`)
  }

  tryingAgainLater(days: number): void {
    this.addMessage(`The plan stays active; the next attempt is in ${days} days`)
  }

  reminding(): void {
    this.addMessage(`Asking ${this.#name} for another card by mail`)
  }

  renewed(): void {
    this.addMessage(`Renewed for a month; the receipt is in ${this.#name}'s mail`)
  }

  retryingLookup(service: string, attempt: number, pauseMs: number, error: ServiceError): void {
    this.warn(
      `The ${service} did not answer (${error.message}); nothing was charged, attempt ${attempt + 1} in ${pauseMs} ms`,
      { code: error.code },
    )
  }

  failed(error: unknown): void {
    this.error(`The ${this.#user.plan} plan could not be renewed`, error)
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { SeededRandom } from '../workouts/seeded-random.ts'
import { WIDGETS } from './widget.ts'

const NAMES = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Tony', 'Radia', 'Ken', 'Frances']

export interface BuyerOptions {
  /** Where purchasing is. */
  readonly purchasing: string
  /** How long from one purchase to the next on average. */
  readonly everyMs: number
  readonly random: SeededRandom
  readonly signal: AbortSignal
}

/** Buyers buy widgets, one after the other, until they are told to stop. */
export async function buyForever({
  purchasing,
  everyMs,
  random,
  signal,
}: BuyerOptions): Promise<void> {
  while (!signal.aborted) {
    await buy(purchasing, random)
    try {
      await sleep(everyMs * random.between(0.4, 1.6), undefined, { signal })
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
}

/** One purchase. @returns the status that purchasing answered with */
export async function buy(purchasing: string, random: SeededRandom): Promise<number> {
  const widget = random.pick(WIDGETS)
  const response = await fetch(`${purchasing}/purchases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      buyer: random.pick(NAMES),
      widget: widget.id,
      quantity: random.wholeBetween(1, Math.ceil(widget.shelf / 3)),
    }),
  })
  await response.arrayBuffer()
  return response.status
}

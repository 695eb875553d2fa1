import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Books } from '../../../engine/delivery/books.ts'
import type { DropReason } from '../../../engine/delivery/ledger.ts'
import { EMPTY_LEDGER } from '../../../engine/delivery/ledger.ts'

const REASONS = ['queue-full', 'refused', 'journal-expired', 'journal-damaged'] as const

/** What may befall an event that is in memory, or on disk. */
type Step =
  | { readonly type: 'accept' }
  | { readonly type: 'journal' }
  | { readonly type: 'recover'; readonly count: number }
  | { readonly type: 'store'; readonly isJournaled: boolean }
  | { readonly type: 'drop'; readonly isJournaled: boolean; readonly reason: DropReason }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ type: fc.constant('accept') }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('journal') }) },
  fc.record({ type: fc.constant('recover'), count: fc.nat({ max: 5 }) }),
  fc.record({ type: fc.constant('store'), isJournaled: fc.boolean() }),
  fc.record({
    type: fc.constant('drop'),
    isJournaled: fc.boolean(),
    reason: fc.constantFrom(...REASONS),
  }),
)

describe('the books', () => {
  it('are empty at first', () => {
    assert.deepEqual(new Books().ledger, EMPTY_LEDGER)
  })

  it('balance, and know where each event is, whatever becomes of them', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        const books = new Books()
        const ended: ('stored' | DropReason)[] = []
        let [inMemory, onDisk] = [0, 0]
        for (const step of steps) {
          if (step.type === 'accept') {
            books.accept()
            inMemory += 1
          } else if (step.type === 'recover') {
            books.recover(step.count)
            onDisk += step.count
          } else if (step.type === 'journal') {
            if (inMemory === 0) continue
            books.journal()
            inMemory -= 1
            onDisk += 1
          } else {
            if ((step.isJournaled ? onDisk : inMemory) === 0) continue
            if (step.isJournaled) onDisk -= 1
            else inMemory -= 1
            ended.push(step.type === 'store' ? 'stored' : step.reason)
            if (step.type === 'store') books.store(step.isJournaled)
            else books.drop(step.reason, step.isJournaled)
          }
          const { accepted, stored, inFlight, journaled, dropped, droppedBy } = books.ledger
          assert.equal(accepted, stored + inFlight + journaled + dropped)
          assert.deepEqual([inFlight, journaled], [inMemory, onDisk])
          assert.equal(stored, ended.filter((end) => end === 'stored').length)
          assert.equal(dropped, ended.length - stored)
          for (const reason of REASONS) {
            assert.equal(droppedBy[reason] ?? 0, ended.filter((end) => end === reason).length)
          }
        }
      }),
    )
  })

  it('leave a reason out that let nothing go', () => {
    const books = new Books()
    books.accept()
    books.drop('refused', false)
    assert.deepEqual(books.ledger.droppedBy, { refused: 1 })
  })

  it('give ledgers that stay as they were', () => {
    const books = new Books()
    const before = books.ledger
    books.accept()
    assert.deepEqual(before, EMPTY_LEDGER)
  })
})

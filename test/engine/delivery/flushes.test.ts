import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { FlushUntil } from '../../../engine/delivery/flushes.ts'
import { Flushes } from '../../../engine/delivery/flushes.ts'

interface Member {
  readonly id: number
}

/** A flush, and what it waits for. */
interface Waiting {
  readonly until: FlushUntil
  readonly members: Set<Member>
  hasEnded: boolean
}

const LONG_MS = 600_000
const isRead = (): boolean => true

function begin(
  flushes: Flushes<Member>,
  until: FlushUntil,
  { lastKey, timeoutMs = LONG_MS }: { lastKey?: string; timeoutMs?: number } = {},
): Waiting {
  const waiting: Waiting = { until, members: new Set(), hasEnded: false }
  const wait = async (): Promise<void> => {
    await flushes.begin(until, timeoutMs, lastKey)
    waiting.hasEnded = true
  }
  void wait()
  return waiting
}

/** Lets the flushes that ended tell so. */
async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

const anyUntil = fc.constantFrom<FlushUntil>('stored', 'journaled')
const anyStep = fc.oneof(
  fc.record({ type: fc.constant('add' as const) }),
  fc.record({ type: fc.constant('begin' as const), until: anyUntil }),
  fc.record({ type: fc.constant('remove' as const), until: anyUntil, at: fc.nat() }),
  fc.record({ type: fc.constant('let be' as const), at: fc.nat() }),
)

describe('flushes', () => {
  it('end exactly when all that came before them is done, or had its tries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
        const flushes = new Flushes<Member>()
        const members: Member[] = []
        const left = { stored: new Set<Member>(), journaled: new Set<Member>() }
        const waiting: Waiting[] = []
        const release = (member: Member, until: FlushUntil): void => {
          for (const flush of waiting) if (flush.until === until) flush.members.delete(member)
        }
        for (const step of steps) {
          const member = step.type === 'add' ? { id: members.length } : memberOf(members, step)
          if (step.type === 'begin') {
            const flush = begin(flushes, step.until)
            for (const before of left[step.until]) flush.members.add(before)
            waiting.push(flush)
          } else if (member === undefined) {
            continue
          } else if (step.type === 'add') {
            members.push(member)
            for (const until of ['stored', 'journaled'] as const) {
              flushes.add(member, until)
              left[until].add(member)
            }
          } else if (step.type === 'remove') {
            flushes.remove(member, step.until)
            left[step.until].delete(member)
            release(member, step.until)
          } else if (left.stored.has(member)) {
            flushes.letBe(member)
            release(member, 'stored')
          }
          flushes.endDone(isRead)
          await turn()
          assert.deepEqual(
            waiting.map(({ hasEnded }) => hasEnded),
            waiting.map((flush) => flush.members.size === 0),
          )
          assert.equal(
            flushes.isEmpty,
            waiting.every(({ hasEnded }) => hasEnded),
          )
        }
        for (const member of members) flushes.remove(member, 'stored')
        for (const member of members) flushes.remove(member, 'journaled')
        flushes.endDone(isRead)
        await turn()
        assert.ok(waiting.every(({ hasEnded }) => hasEnded))
      }),
      { numRuns: 60 },
    )
  })

  it('end at their time, whatever is left, and are waited for no more', async () => {
    const flushes = new Flushes<Member>()
    flushes.add({ id: 1 }, 'stored')
    await flushes.begin('stored', 0, undefined)
    assert.ok(flushes.isEmpty)
  })

  it('wait until the journal was read up to where it ended when they began', async () => {
    const flushes = new Flushes<Member>()
    const flush = begin(flushes, 'stored', { lastKey: '5' })
    const onDisk = begin(flushes, 'journaled', { lastKey: '5' })
    const asked: string[] = []
    flushes.endDone((key) => {
      asked.push(key)
      return false
    })
    await turn()
    assert.deepEqual(asked, ['5'])
    assert.equal(flush.hasEnded, false)
    assert.equal(onDisk.hasEnded, true)
    flushes.endDone(isRead)
    await turn()
    assert.equal(flush.hasEnded, true)
  })

  it('wait for what is read back from before them, and not for what came after them', async () => {
    const flushes = new Flushes<Member>()
    const first = begin(flushes, 'stored', { lastKey: '3' })
    const second = begin(flushes, 'stored', { lastKey: '5' })
    const [before, between, since] = [{ id: 3 }, { id: 4 }, { id: 6 }]
    flushes.add(before, 'stored', flushes.eraOf('3'))
    flushes.add(between, 'stored', flushes.eraOf('4'))
    flushes.add(since, 'stored', flushes.eraOf('6'))
    flushes.endDone(isRead)
    await turn()
    assert.deepEqual([first.hasEnded, second.hasEnded], [false, false])
    flushes.remove(before, 'stored')
    flushes.endDone(isRead)
    await turn()
    assert.deepEqual([first.hasEnded, second.hasEnded], [true, false])
    flushes.remove(between, 'stored')
    flushes.endDone(isRead)
    await turn()
    assert.equal(second.hasEnded, true)
  })
})

function memberOf(
  members: readonly Member[],
  step: { readonly type: string; readonly at?: number },
): Member | undefined {
  return members.length === 0 ? undefined : members[(step.at ?? 0) % members.length]
}

import assert from 'node:assert/strict'
import type { FlushUntil } from '../../../engine/delivery/flushes.ts'
import type { Ledger } from '../../../engine/delivery/ledger.ts'
import { EMPTY_LEDGER } from '../../../engine/delivery/ledger.ts'
import { Places } from '../../../engine/delivery/places.ts'

/** A delivery that does nothing but keep its ledger. */
class Kept {
  ledger: Ledger
  isCounted = true
  readonly flushed: (readonly [number, FlushUntil])[] = []

  constructor(counts: Partial<Ledger> = {}) {
    this.ledger = { ...EMPTY_LEDGER, ...counts }
  }

  flush(timeoutMs: number, until: FlushUntil): Promise<void> {
    this.flushed.push([timeoutMs, until])
    return Promise.resolve()
  }
}

const IDLE = { accepted: 3, stored: 2, dropped: 1, droppedBy: { refused: 1 } } as const
const BUSY = { accepted: 5, stored: 1, inFlight: 4 } as const

const refuse = (): Kept => assert.fail('made one that there is')

describe('the places', () => {
  it('have one delivery to each, told apart by target and by name', () => {
    const places = new Places<object, Kept>()
    const [target, other] = [{}, {}]
    const kept = places.at(target, 'a', () => new Kept(BUSY))
    assert.equal(places.at(target, 'a', refuse), kept)
    assert.notEqual(
      places.at(target, 'b', () => new Kept(BUSY)),
      kept,
    )
    assert.notEqual(
      places.at(other, 'a', () => new Kept(BUSY)),
      kept,
    )
    assert.equal([...places].length, 3)
  })

  it('keep one with nothing left that has counts to put', () => {
    const places = new Places<string, Kept>()
    const kept = places.at('counting', '', () => new Kept(IDLE))
    kept.isCounted = false
    places.at('other', '', () => new Kept(BUSY))
    assert.equal(places.at('counting', '', refuse), kept)
    kept.isCounted = true
    places.at('another', '', () => new Kept(BUSY))
    assert.equal([...places].includes(kept), false)
  })

  it('sum the ledgers up, also those of places that are forgotten', () => {
    const places = new Places<string, Kept>()
    places.at('idle', '', () => new Kept(IDLE))
    places.at('busy', '', () => new Kept(BUSY))
    places.at('new', '', () => new Kept())
    assert.deepEqual(places.ledger, {
      accepted: 8,
      stored: 3,
      inFlight: 4,
      journaled: 0,
      dropped: 1,
      droppedBy: { refused: 1 },
    })
  })

  it('forget those with nothing left, when there is a new one', () => {
    const places = new Places<string, Kept>()
    const idle = places.at('idle', '', () => new Kept(IDLE))
    assert.equal(places.at('idle', '', refuse), idle)
    const busy = places.at('busy', '', () => new Kept(BUSY))
    const onDisk = places.at('on disk', '', () => new Kept({ accepted: 1, journaled: 1 }))
    places.at('new', '', () => new Kept(BUSY))
    assert.deepEqual([...places].slice(0, 2), [busy, onDisk])
    assert.notEqual(
      places.at('idle', '', () => new Kept(IDLE)),
      idle,
    )
  })

  it('do not forget one that nothing was accepted for: it may be opening its journal', () => {
    const places = new Places<string, Kept>()
    const opening = places.at('opening', '', () => new Kept())
    places.at('other', '', () => new Kept())
    assert.equal(places.at('opening', '', refuse), opening)
    opening.ledger = { ...EMPTY_LEDGER, accepted: 7, journaled: 7 }
    assert.equal(places.ledger.journaled, 7)
  })

  it('flush each that there is', async () => {
    const places = new Places<string, Kept>()
    const all = ['a', 'b'].map((target) => places.at(target, '', () => new Kept(BUSY)))
    await places.flush(500, 'journaled')
    for (const { flushed } of all) assert.deepEqual(flushed, [[500, 'journaled']])
  })
})

import assert from 'node:assert/strict'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { CliProcess, runCli } from './run-cli.ts'
import { keyOf, storedItems } from './stored-items.ts'
import { bigEvent, eventOf, store } from './stories.ts'
import { withProxy } from './proxy.ts'

const OBJECT = 'user_42'

async function objectsIn(place: TestTable): Promise<readonly string[]> {
  const items = await storedItems(place)
  return items.map((item) => keyOf(item).split(' ', 1)[0] ?? '')
}

async function partsIn(place: TestTable): Promise<number> {
  const objects = await objectsIn(place)
  return objects.filter((object) => object.startsWith('_parts_')).length
}

describe('stacktale erase', () => {
  let place: TestTable

  beforeEach(async () => {
    place = await tableForTest()
    await store(place, [
      ...Array.from({ length: 26 }, (_, index) => eventOf({ object: OBJECT, at: index + 1 })),
      bigEvent({ object: OBJECT, at: 100 }),
      eventOf({ object: 'user_421' }),
      eventOf({ object: OBJECT, at: 200, header: { expires: 1 } }),
    ])
  })

  it('deletes all of an object, the expired and the parts too, and nothing else', async () => {
    const { code, stdout, stderr } = await runCli(['erase', OBJECT, '--yes', '--json'], { place })
    const counts = JSON.parse(stdout)
    assert.equal(counts.events, 28)
    assert.ok(counts.writeUnits > 800)
    assert.match(
      stderr,
      /^Erased 28 events of user_42, for [\d,]+ write units and .* read units?\.\n$/,
    )
    assert.equal(code, 0)
    assert.deepEqual(await objectsIn(place), ['_prefixes', 'user_421'])
  })

  it('asks for the key, and takes nothing else', async () => {
    const before = await storedItems(place)
    for (const input of ['', 'yes\n', 'user_421\n']) {
      const { code, stderr } = await runCli(['erase', OBJECT], { place, input })
      assert.match(stderr, /user_42 has 28 events in the table/)
      assert.match(stderr, /stacktale \[not-confirmed\]: Nothing was erased/)
      assert.equal(code, 1)
    }
    assert.deepEqual(await storedItems(place), before)
  })

  it('goes on when the key was typed', async () => {
    const { code } = await runCli(['erase', OBJECT], { place, input: `${OBJECT}\n` })
    assert.equal(code, 0)
    assert.deepEqual(await objectsIn(place), ['_prefixes', 'user_421'])
  })

  it('has nothing to ask for an object without events', async () => {
    const { code, stderr } = await runCli(['erase', 'user_7'], { place })
    assert.match(stderr, /^Erased 0 events of user_7/)
    assert.equal(code, 0)
  })

  it('finishes what was interrupted between the parts of an event', async () => {
    const before = await partsIn(place)
    const killed = await withProxy(place.endpoint, async (proxy) => {
      const cli = new CliProcess(['erase', OBJECT, '--yes', '--endpoint', proxy.endpoint], {
        place,
      })
      proxy.onAnswer((operation) => {
        if (operation !== 'DeleteItem') return true
        cli.child.kill('SIGKILL')
        return false
      })
      return await cli.end()
    })
    assert.equal(killed.code, null)
    const left = await objectsIn(place)
    assert.equal(await partsIn(place), before - 1, 'one of the parts is gone')
    assert.ok(left.includes(OBJECT), 'the event by which the others are found is there')
    const { code } = await runCli(['erase', OBJECT, '--yes'], { place })
    assert.equal(code, 0)
    assert.deepEqual(await objectsIn(place), ['_prefixes', 'user_421'])
  })
})

import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { Testbed } from '../../../scripts/aws-stand-in/testbed.ts'
import { tableForTest } from '../../table/table-for-test.ts'
import type { TestTable } from '../../table/table-for-test.ts'
import { OnDemand } from '../faults/on-demand.ts'
import { storedTitles, texts } from '../faults/stored-events.ts'
import { EngineCopy } from './engine-copy.ts'

const EVENTS = 100

function codes({ failures }: OnDemand): readonly string[] {
  return failures.map(({ code }) => code)
}

/** Commits, and finds all stored. */
async function assertDelivers(program: OnDemand, location: TestTable): Promise<void> {
  assert.deepEqual(new Set(await program.commit(texts(EVENTS))), new Set(['stored']))
  assert.deepEqual(await program.ledger(), {
    accepted: EVENTS,
    stored: EVENTS,
    inFlight: 0,
    journaled: 0,
    dropped: 0,
    droppedBy: {},
  })
  assert.deepEqual(await storedTitles(location, 'demand_1'), texts(EVENTS).toSorted())
  assert.deepEqual(program.unbalanced, [])
}

describe('the worker', () => {
  it('delivers', async () => {
    const location = await tableForTest()
    await using program = await OnDemand.start({ location })
    await assertDelivers(program, location)
    assert.equal(program.workers, 1)
    assert.deepEqual(program.failures, [])
  })

  it('that is not there is done without, which is no failure', async () => {
    const location = await tableForTest()
    await using copy = await EngineCopy.create()
    await rm(copy.worker)
    await using program = await OnDemand.start({ location, program: copy.program })
    await assertDelivers(program, location)
    assert.equal(program.workers, 0)
    assert.deepEqual(program.failures, [])
  })

  for (const [what, code] of [
    ['throws when it starts', "throw new Error('broken')"],
    ['ends when it starts', ''],
    ['cannot be parsed', 'not JavaScript'],
  ] as const) {
    it(`that ${what} is reported, and done without`, async () => {
      const location = await tableForTest()
      await using copy = await EngineCopy.create()
      await writeFile(copy.worker, code)
      await using program = await OnDemand.start({ location, program: copy.program })
      await assertDelivers(program, location)
      assert.equal(program.workers, 1)
      assert.deepEqual(codes(program), ['worker-failed'])
    })
  }

  it('that Node does not allow is reported once, and done without', async () => {
    const location = await tableForTest()
    const [major = 0] = process.versions.node.split('.').map(Number)
    const permission = major < 23 ? '--experimental-permission' : '--permission'
    const execArgv = [permission, '--allow-fs-read=*', '--no-warnings']
    if (process.allowedNodeEnvironmentFlags.has('--allow-net')) execArgv.push('--allow-net')
    await using program = await OnDemand.start({ location, execArgv })
    await assertDelivers(program, location)
    assert.equal(program.workers, 0)
    assert.deepEqual(codes(program), ['worker-failed'])
  })

  it('that dies is reported with what it had, and done without', async () => {
    await using bed = await Testbed.create()
    const location = { table: bed.table, region: 'us-east-1', endpoint: bed.aws.endpoint }
    await using program = await OnDemand.start({ location })
    assert.deepEqual(await program.commit(['Before']), ['stored'])
    await bed.aws.down()
    assert.deepEqual(
      new Set(await program.commit(texts(EVENTS))),
      new Set(['endpoint-unreachable']),
    )
    const waiting = program.commit(['Waiting'])
    await program.until(({ inFlight }) => inFlight === EVENTS + 1)
    await program.terminateWorkers()
    assert.deepEqual(await waiting, ['worker-failed'])
    await program.untilFailure('worker-failed')
    await bed.aws.up()
    assert.deepEqual(await program.commit(['After']), ['stored'])
    assert.deepEqual(await program.ledger(), {
      accepted: EVENTS + 3,
      stored: 2,
      inFlight: 0,
      journaled: 0,
      dropped: EVENTS + 1,
      droppedBy: { 'worker-failed': EVENTS + 1 },
    })
    assert.deepEqual(program.unbalanced, [])
    const said = program.failures.find(({ code }) => code === 'event-dropped')
    assert.match(said?.message ?? '', /^101 events were let go \(worker-failed\)/)
    assert.deepEqual(await storedTitles(location, 'demand_1'), ['After', 'Before'])
  })

  it('takes events to two tables at once, each its own', async () => {
    const [one, other] = [await tableForTest(), await tableForTest()]
    await using program = await OnDemand.start({ location: one })
    await program.configure({ table: one.table })
    const toOne = program.commit(texts(EVENTS))
    void program.configure({ table: other.table })
    const toOther = program.commit(texts(EVENTS, EVENTS))
    assert.deepEqual(new Set((await Promise.all([toOne, toOther])).flat()), new Set(['stored']))
    assert.deepEqual(await storedTitles(one, 'demand_1'), texts(EVENTS).toSorted())
    assert.deepEqual(await storedTitles(other, 'demand_1'), texts(EVENTS, EVENTS).toSorted())
    assert.equal(program.workers, 1)
    assert.deepEqual(program.unbalanced, [])
  })
})

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { anySeed, seededRandom } from '../../../scripts/aws-stand-in/random.ts'
import { Testbed } from '../../scripts/aws-stand-in/testbed.ts'
import { TemporaryFolder } from '../../temporary-folder.ts'
import { endOf, environment, fixture } from '../delivery/faults/ended-process.ts'
import { journalKeys } from '../delivery/journal-folder.ts'
import type { TestTable } from '../table/table-for-test.ts'
import { countedInTable, readCountsOf } from './table-counts.ts'
import { note } from '../../mocha/note.ts'

const RUNS = process.env['STACKTALE_THOROUGH'] === undefined ? 16 : 80
const LANES = 2
const EVENTS = 2_000
const MOST_ROUNDS = 12

/** A process that commits events, killed after it has said so often that some are on disk. */
async function killOne(
  location: TestTable,
  journal: string,
  run: string,
  rounds: number,
): Promise<void> {
  const args = [fixture('count-events'), 'kill', run, String(EVENTS), JSON.stringify({ journal })]
  const child = spawn(process.execPath, args, {
    env: environment(location),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let seen = 0
  for await (const _ of createInterface(child.stdout)) {
    seen += 1
    if (seen > rounds) child.kill('SIGKILL')
  }
  assert.equal(child.signalCode ?? (await once(child, 'exit'))[1], 'SIGKILL')
}

/** A process that stores what is left in a journal. */
async function recover(location: TestTable, journal: string): Promise<void> {
  const options = { journal, exitTimeoutMs: 120_000 }
  const args = [fixture('count-events'), 'flush', 'recovery', '0', JSON.stringify(options)]
  const { code, stderr } = await endOf(location, args)
  assert.deepEqual([code, stderr], [0, ''])
}

describe(`counting in ${RUNS} processes that are killed at any moment`, () => {
  it('is exact once the journal is recovered', async function () {
    this.timeout(600_000)
    const seed = anySeed()
    note(`seed ${seed}`)
    const random = seededRandom(seed)
    await using bed = await Testbed.create()
    await using folder = await TemporaryFolder.create()
    const location = { table: bed.table, region: 'us-east-1', endpoint: bed.aws.endpoint }
    Object.assign(bed.aws.faults, {
      delay: 0.5,
      delayMs: 5,
      resetBefore: 0.05,
      resetAfter: 0.05,
      internalErrorAfter: 0.05,
      cutReply: 0.05,
    })
    const lanes = Array.from({ length: LANES }, async (_, lane) => {
      for (let run = 0; run < RUNS / LANES; run += 1) {
        const rounds = Math.floor(random() * MOST_ROUNDS)
        await killOne(location, folder.path, `${lane}-${run}`, rounds)
      }
    })
    await Promise.all(lanes)
    bed.aws.faults.clear()
    await recover(location, folder.path)
    assert.deepEqual(await journalKeys(folder.path), [])
    const { counts, unreadable } = await readCountsOf(location)
    const expected = await countedInTable(location)
    const events = expected.reduce((sum, count) => sum + count.events, 0)
    note(`${events} events`)
    assert.ok(events > 0)
    assert.deepEqual([counts, unreadable], [expected, 0])
  })
})

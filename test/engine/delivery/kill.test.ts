import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { TableReader } from '../../../engine/table/table-reader.ts'
import type { AwsStandIn } from '../../../scripts/aws-stand-in/aws-stand-in.ts'
import { startAwsStandIn } from '../../../scripts/aws-stand-in/aws-stand-in.ts'
import { anySeed, seededRandom } from '../../../scripts/aws-stand-in/random.ts'
import { TemporaryFolder } from '../../temporary-folder.ts'
import type { TestTable } from '../table/table-for-test.ts'
import { tableForTest } from '../table/table-for-test.ts'
import { journalKeys } from './journal-folder.ts'
import { note } from '../../mocha/note.ts'

const WRITER = fileURLToPath(new URL('../fixtures/journal-writer.js', import.meta.url))
const READER = fileURLToPath(new URL('../fixtures/journal-reader.js', import.meta.url))

const RUNS = process.env['STACKTALE_THOROUGH'] === undefined ? 40 : 200
/** Processes side by side at each journal. */
const LANES = 2
const MOST_ACKED = 40

type Child = ChildProcessByStdio<null, Readable, null>

/** A journal, with a table behind an AWS of its own, and what processes said is safe there. */
class Scene {
  readonly #aws: AwsStandIn
  readonly #journal: string
  readonly #reader: TableReader
  readonly #table: string
  readonly #acked = new Map<string, string[]>()

  constructor(aws: AwsStandIn, journal: string, { table, region, endpoint }: TestTable) {
    this.#aws = aws
    this.#journal = journal
    this.#table = table
    this.#reader = new TableReader({ table, region, endpoint })
  }

  get ackedCount(): number {
    return [...this.#acked.values()].reduce((sum, texts) => sum + texts.length, 0)
  }

  /** A process that is killed as soon as it has said so often that an event is safe. */
  async killOne(run: string, seed: number): Promise<void> {
    const atAcked = Math.floor(seededRandom(seed)() * MOST_ACKED)
    const child = this.#start(WRITER, run, String(seed))
    const texts: string[] = []
    this.#acked.set(`killed_${run}`, texts)
    for await (const line of createInterface(child.stdout)) {
      const [, object, acked] = /^acked (\S+) (Event \d+)$/.exec(line) ?? []
      if (acked !== undefined) {
        assert.equal(object, `killed_${run}`)
        texts.push(acked)
      }
      if (texts.length >= atAcked) child.kill('SIGKILL')
    }
    assert.equal(child.signalCode ?? (await once(child, 'exit'))[1], 'SIGKILL')
  }

  /** A process that sends what is left, in peace. @returns how many events it found on disk */
  async recover(): Promise<number> {
    this.#aws.faults.clear()
    const left = (await journalKeys(this.#journal)).length
    const ledger: unknown = JSON.parse(await text(this.#start(READER).stdout))
    const expected = { accepted: left, stored: left, inFlight: 0, journaled: 0, dropped: 0 }
    assert.deepEqual(ledger, { ...expected, droppedBy: {} })
    return left
  }

  async assertStoredOnce(): Promise<void> {
    for (const [object, acked] of this.#acked) {
      const { events } = await this.#reader.object(object, { limit: 1000, maxReadUnits: 10_000 })
      const stored = events.map(({ title }) => title)
      assert.equal(new Set(stored).size, stored.length, `${object} has an event twice`)
      const missing = acked.filter((title) => !stored.includes(title))
      assert.deepEqual(missing, [], `${object} lacks events that were safe`)
    }
    assert.deepEqual(await journalKeys(this.#journal), [])
  }

  #start(file: string, ...more: readonly string[]): Child {
    return spawn(
      process.execPath,
      [file, this.#journal, this.#aws.endpoint, this.#table, ...more],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
      },
    )
  }
}

function trouble({ faults }: AwsStandIn): void {
  faults.delay = 0.3
  faults.delayMs = 20
  faults.throttle = 0.1
  faults.resetBefore = 0.1
  faults.resetAfter = 0.1
  faults.internalErrorAfter = 0.1
  faults.cutReply = 0.1
}

describe(`${RUNS} processes killed at any moment`, () => {
  it('lose no event that was on disk, and none is stored twice', async function () {
    this.timeout(600_000)
    const seed = anySeed()
    note(`seed ${seed}`)
    const place = await tableForTest()
    await using folder = await TemporaryFolder.create()
    await using troubled = await startAwsStandIn({ endpoint: place.endpoint, seed })
    await using throttling = await startAwsStandIn({ endpoint: place.endpoint, seed })
    trouble(troubled)
    throttling.faults.throttle = 1
    const scenes = [
      new Scene(troubled, join(folder.path, 'troubled'), place),
      new Scene(throttling, join(folder.path, 'throttling'), place),
    ]
    const killedInLane = async (scene: Scene, lane: string): Promise<void> => {
      for (let run = 0; run < RUNS / LANES / scenes.length; run += 1) {
        await scene.killOne(`${lane}-${run}`, seed + run)
      }
    }
    const lanes = scenes.flatMap((scene, number) =>
      Array.from({ length: LANES }, (_, lane) => killedInLane(scene, `${number}-${lane}`)),
    )
    await Promise.all(lanes)
    for (const scene of scenes) {
      const left = await scene.recover()
      note(`${scene.ackedCount} were safe, ${left} were left on disk`)
      await scene.assertStoredOnce()
    }
  })
})

import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import fc from 'fast-check'
import { configure, flush, GenericLogger } from 'stacktale'
import { createTable, TableReader } from 'stacktale/table'
import { anyText } from '../arbitraries/lines.ts'
import { uniqueTable } from '../embedded-dynamo.ts'
import { tableForTest } from './table/table-for-test.ts'

const DEEP = 300
/** As many as a message keeps. */
const MANY_ROWS = 'x\n'.repeat(1_000_000)

/** Logs a message of very many rows below many steps. */
async function logDeep(log: GenericLogger, depth: number = DEEP): Promise<void> {
  if (depth === 0) log.info(MANY_ROWS)
  else await log.step('Going deeper', async () => await logDeep(log, depth - 1))
}

describe('storing events in DynamoDB', () => {
  let location: Awaited<ReturnType<typeof tableForTest>>
  let reader: TableReader

  before(async () => {
    location = await tableForTest()
    reader = new TableReader(location)
    configure(location)
  })
  after(() =>
    configure({ table: undefined, region: undefined, endpoint: undefined, worker: undefined }),
  )

  it('gives back every story as it was logged, whatever its object and its text', async () => {
    const anyId = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 })
    await fc.assert(
      fc.asyncProperty(
        anyId,
        fc.array(anyText, { minLength: 1, maxLength: 5 }),
        async (id, texts) => {
          const log = new GenericLogger({ id }, 'property')
          for (const text of texts) log.info(text)
          const receipt = await log.commit()
          assert.ok(receipt !== undefined)
          const read = await reader.event(receipt.object, receipt.timestamp)
          assert.deepEqual(
            read?.lines.map(({ text }) => text),
            texts,
          )
          assert.equal(read.id, id)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('stores a story bigger than an item takes, and reads it back whole', async () => {
    const log = new GenericLogger({ id: 'big' }, 'size')
    const texts = Array.from({ length: 3 }, (_, line) =>
      Array.from({ length: 300_000 }, (_, at) =>
        String.fromCharCode(32 + (((at + line) * 7919 * (at % 83)) % 95)),
      ).join(''),
    )
    for (const text of texts) log.info(text)
    const receipt = await log.commit()
    const read = await reader.event('size_big', receipt?.timestamp ?? '')
    assert.deepEqual(
      read?.lines.map(({ text }) => text),
      texts,
    )
  })

  for (const worker of [true, false]) {
    it(`stores a message of a million rows hundreds of calls deep, with worker: ${worker}`, async () => {
      configure({ ...location, worker })
      const log = new GenericLogger({ id: `deep-${worker}` }, 'size')
      await logDeep(log)
      const receipt = await log.commit()
      const read = await reader.event(`size_deep-${worker}`, receipt?.timestamp ?? '')
      assert.equal(read?.lines.length, DEEP + 1)
      assert.equal(read.lines.at(-1)?.text, MANY_ROWS)
      assert.ok((read.lines.at(-1)?.depth ?? 0) >= DEEP)
      assert.ok(read.text.length < 32_000_000)
    })
  }

  it('stores 4,000 events that two processes commit about one object in the same millisecond', async function () {
    this.timeout(180_000)
    const processes = [1, 2].map(() =>
      fork(new URL('fixtures/commit-in-one-millisecond.js', import.meta.url), [], {
        env: {
          ...process.env,
          STACKTALE_TABLE: location.table,
          AWS_REGION: location.region,
          AWS_ENDPOINT_URL_DYNAMODB: location.endpoint,
        },
      }),
    )
    const exits = await Promise.all(processes.map((child) => once(child, 'exit')))
    assert.deepEqual(
      exits.map(([code]) => code),
      [0, 0],
    )
    const keys = new Set<string>()
    let cursor: string | undefined
    do {
      const page = await reader.object('same_1', {
        limit: 1000,
        ...(cursor !== undefined && { cursor }),
      })
      page.events.forEach(({ timestamp }) => keys.add(timestamp))
      cursor = page.cursor
    } while (cursor !== undefined)
    assert.equal(keys.size, 4_000)
  })

  it('tells what is wrong while the table is missing, and stores what was kept once it is there', async () => {
    const table = uniqueTable()
    const said: string[] = []
    configure({ table, onFailure: ({ code }) => said.push(code) })
    try {
      const log = new GenericLogger({ id: 1 }, 'kept')
      log.info('Logged before there was a table')
      await assert.rejects(log.commit(), {
        code: 'table-missing',
        message: new RegExp(`Create it: npx stacktale table create --table ${table} --region `),
      })
      await createTable({ ...location, table })
      const { inFlight } = await flush()
      assert.equal(inFlight, 0)
      const { events } = await new TableReader({ ...location, table }).feed()
      assert.deepEqual(
        events.map(({ title }) => title),
        ['Logged before there was a table'],
      )
      assert.deepEqual(said, ['table-missing'])
    } finally {
      configure({ table: location.table, onFailure: undefined })
    }
  })
})

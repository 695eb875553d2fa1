import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { LevelStore } from '../../../engine/delivery/journal/level-store.ts'
import type { StoreEntry } from '../../../engine/delivery/journal/store.ts'
import { TemporaryFolder } from '../../temporary-folder.ts'

const SMALL_DISK = fileURLToPath(new URL('../fixtures/journal-on-small-disk.js', import.meta.url))

async function openStore(location: string): Promise<LevelStore> {
  return (await LevelStore.open(location)) ?? assert.fail(`${location} is taken`)
}

async function contents(store: LevelStore, from = '', mostBytes = Infinity): Promise<StoreEntry[]> {
  const entries: StoreEntry[] = []
  for await (const { key, value } of store.read(from, mostBytes)) {
    entries.push({ key, value: Uint8Array.from(value) })
  }
  return entries
}

function entryOf(number: number, length = 10): StoreEntry {
  return { key: String(number).padStart(5, '0'), value: new Uint8Array(length).fill(number) }
}

async function newestLog(location: string): Promise<string> {
  const logs = (await readdir(location)).filter((name) => name.endsWith('.log'))
  return join(location, logs.toSorted().at(-1) ?? assert.fail('no log'))
}

/** A closed store of batches, and how long its log was after each. */
async function storeOfBatches(
  location: string,
  batches: readonly (readonly StoreEntry[])[],
): Promise<readonly number[]> {
  const store = await openStore(location)
  const ends: number[] = []
  for (const batch of batches) {
    await store.write(batch)
    ends.push((await stat(await newestLog(location))).size)
  }
  await store.close()
  return ends
}

describe('the store on disk', () => {
  it('keeps any bytes, in the order of their keys, also over a restart', async () => {
    const anyEntries = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 20 }),
      fc.uint8Array({ maxLength: 200 }),
    )
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        await using folder = await TemporaryFolder.create()
        const store = await openStore(folder.path)
        const written = Object.entries(entries).map(([key, value]) => ({ key, value }))
        await store.write(written)
        const sorted = written.toSorted((a, b) => Buffer.compare(bytesOf(a), bytesOf(b)))
        assert.deepEqual(await contents(store), sorted)
        await store.close()
        const again = await openStore(folder.path)
        assert.deepEqual(await contents(again), sorted)
        assert.deepEqual(
          await again.keys(),
          sorted.map(({ key }) => key),
        )
        await again.close()
      }),
      { numRuns: 20 },
    )
  })

  it('reads from a key on, as much as is asked for and at least one', async () => {
    await using folder = await TemporaryFolder.create()
    const store = await openStore(folder.path)
    const entries = [1, 2, 3, 4, 5].map((number) => entryOf(number))
    await store.write(entries)
    assert.deepEqual(await contents(store, '00002'), entries.slice(1))
    assert.deepEqual(await contents(store, '00002\0', 1), entries.slice(2, 3))
    assert.deepEqual(await contents(store, '', 20), entries.slice(0, 2))
    await store.remove(['00001', '00003'])
    assert.deepEqual(await store.keys(), ['00002', '00004', '00005'])
    await store.close()
  })

  it('is for one at a time', async () => {
    await using folder = await TemporaryFolder.create()
    const store = await openStore(folder.path)
    assert.equal(await LevelStore.open(folder.path), undefined)
    await store.write([entryOf(1)])
    await store.close()
    const next = await openStore(folder.path)
    assert.deepEqual(await next.keys(), ['00001'])
    await next.close()
  })

  it('has all complete batches, and no half one, wherever its log was cut off', async () => {
    const batches = Array.from({ length: 6 }, (_, batch) =>
      Array.from({ length: 3 }, (__, number) => entryOf(10 * batch + number, 30)),
    )
    await using folder = await TemporaryFolder.create()
    const whole = join(folder.path, 'whole')
    const ends = await storeOfBatches(whole, batches)
    const anyLength = fc.oneof(
      fc.nat({ max: ends.at(-1) ?? 0 }),
      fc.constantFrom(...ends.flatMap((end) => [end - 1, end, end + 1])),
    )
    let copies = 0
    await fc.assert(
      fc.asyncProperty(anyLength, async (length) => {
        copies += 1
        const copy = join(folder.path, String(copies))
        await cp(whole, copy, { recursive: true })
        await truncate(await newestLog(copy), Math.min(length, ends.at(-1) ?? 0))
        const store = await openStore(copy)
        const complete = batches.filter((_, batch) => (ends[batch] ?? 0) <= length)
        assert.deepEqual(await contents(store), complete.flat())
        await store.write([entryOf(99)])
        await store.close()
        const next = await openStore(copy)
        assert.deepEqual(await contents(next), [...complete.flat(), entryOf(99)])
        await next.close()
      }),
      { numRuns: 60 },
    )
  })

  it('is mended where its list of files is damaged', async () => {
    await using folder = await TemporaryFolder.create()
    await storeOfBatches(folder.path, [[entryOf(1), entryOf(2)]])
    const manifest = (await readdir(folder.path)).find((name) => name.startsWith('MANIFEST'))
    const file = join(folder.path, manifest ?? assert.fail('no manifest'))
    await writeFile(file, (await readFile(file)).fill(0xff))
    const store = await openStore(folder.path)
    assert.deepEqual(await contents(store), [entryOf(1), entryOf(2)])
    await store.close()
  })

  it('writes on after the disk refused to, without a restart', async () => {
    await using folder = await TemporaryFolder.create()
    const limited = ['-c', 'ulimit -f 64; exec "$@"', 'limited']
    const { stdout } = await promisify(execFile)('bash', [
      ...limited,
      process.execPath,
      SMALL_DISK,
      folder.path,
    ])
    const { written, failures }: { written: string[]; failures: number } = JSON.parse(stdout)
    assert.ok(failures > 0, 'nothing was refused')
    assert.equal(written.at(-1), '00399')
    const store = await openStore(folder.path)
    const keys = new Set(await store.keys())
    assert.deepEqual(
      written.filter((key) => !keys.has(key)),
      [],
    )
    await store.close()
  })
})

function bytesOf({ key }: StoreEntry): Uint8Array {
  return Buffer.from(key)
}

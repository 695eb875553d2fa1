import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import type { EventSummary, LogEvent } from '../../../engine/event.ts'
import { DynamoDbSink } from '../../../engine/sinks/dynamodb-sink.ts'
import type { EventPage, EventQuery, StoredEvent } from '../../../engine/table/event-page.ts'
import { mostStories, searchStories } from '../../../engine/table/story-search.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { eventOf } from '../../scripts/cli/stories.ts'
import { tableForTest } from './table-for-test.ts'

const NOW = Date.parse('2026-11-21T12:00:00Z')
const MINUTE_MS = 60_000
const PREFIXES = ['billing', 'signup', 'workout']
const WORDS = ['squat', 'lunge', 'plank', 'bridge']

interface Wanted {
  readonly word: string
  readonly most: number
}

const anyWanted = fc.record({
  word: fc.constantFrom(...WORDS),
  most: fc.integer({ min: 1, max: 9 }),
})

/** Of its title, nothing tells what else is in a story. */
const byTitle =
  ({ word, most }: Wanted) =>
  ({ title, lines }: EventSummary): boolean | undefined => {
    if (lines > most) return false
    return title.includes(word) ? true : undefined
  }

const byStory =
  ({ word }: Wanted) =>
  ({ lines }: StoredEvent): boolean =>
    lines.some(({ text }) => text.includes(word))

describe('reading what a condition holds for', () => {
  let reader: TableReader
  const written: LogEvent[] = []
  let asked: { readUnits: number }

  before(async () => {
    const location = await tableForTest()
    reader = new TableReader({ ...location, clock: () => NOW })
    for (let index = 0; index < 150; index += 1) {
      const word = (step: number): string => WORDS[(index * step) % 5] ?? 'rest'
      const lines = Array.from({ length: (index % 9) + 1 }, (_, line) => ({
        text: `${word(line + 2)} ${line}`,
        depth: Math.min(line, 1),
      }))
      const object = `${PREFIXES[(index * 7) % 3]}_${index % 4}`
      written.push(eventOf({ object, at: NOW - index * MINUTE_MS, lines }))
    }
    const sink = new DynamoDbSink(location)
    for (const event of written) await sink.write(event)
    for (let index = 0; index < 4; index += 1) {
      const text = randomBytes(20_000).toString('base64')
      await sink.write(eventOf({ object: 'big_1', at: NOW - index, lines: [{ text }] }))
    }
  })

  const source = {
    page: async (query: EventQuery) => {
      const { names } = await reader.prefixes()
      assert.ok(names.length > 0)
      return await reader.feed(query)
    },
    story: async (object: string, timestamp: string) => {
      const story = await reader.event(object, timestamp)
      asked.readUnits += story?.readUnits ?? 0
      return story
    },
  }

  const keysOf = (events: readonly { readonly timestamp: string }[]): readonly string[] =>
    events.map(({ timestamp }) => timestamp)

  async function pagesOf<Page extends EventPage>(
    read: (cursor: { cursor?: string }) => Promise<Page>,
  ): Promise<readonly Page[]> {
    const pages = [await read({})]
    for (let cursor = pages[0]?.cursor; cursor !== undefined; cursor = pages.at(-1)?.cursor) {
      pages.push(await read({ cursor }))
    }
    return pages
  }

  it('gives on all pages together what it holds for, each once, whatever the budget', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyWanted,
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.5, max: 9, noNaN: true }),
        fc.option(fc.constantFrom(...PREFIXES), { nil: undefined }),
        async (wanted, limit, maxReadUnits, prefix) => {
          const where = ({ title, prefix: own }: EventSummary | LogEvent): boolean =>
            own !== 'big' && title.includes(wanted.word)
          const pages = await pagesOf(
            async (cursor) =>
              await reader.feed({
                ...cursor,
                ...(prefix !== undefined && { prefix }),
                limit,
                maxReadUnits,
                where,
              }),
          )
          const expected = written.filter(
            (event) => where(event) && (prefix === undefined || event.prefix === prefix),
          )
          assert.deepEqual(keysOf(pages.flatMap(({ events }) => events)), keysOf(expected))
        },
      ),
      { numRuns: 20 },
    )
  })

  it('counts what was looked at', async () => {
    const page = await reader.feed({ prefix: 'workout', limit: 1000, where: () => false })
    assert.equal(page.looked, written.filter(({ prefix }) => prefix === 'workout').length)
    assert.deepEqual(page.events, [])
  })

  it('says how far it got where nothing of a full list is wanted', async () => {
    asked = { readUnits: 0 }
    const listed = await reader.feed({ prefix: 'workout', limit: 3 })
    const found = await searchStories(
      { ...source, page: async () => listed },
      { byHeader: () => undefined, byStory: () => false },
      { limit: 5, maxReadUnits: 25, now: NOW },
    )
    assert.deepEqual(found.events, [])
    assert.equal(found.opened, 3)
    assert.equal(found.cursor, listed.cursor)
    assert.equal(found.searchedTo, Math.floor(Number(listed.events.at(-1)?.timestamp)))
  })

  it('finds on all pages together the stories that are wanted, each once, whatever the budget', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyWanted,
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.5, max: 12, noNaN: true }),
        async (wanted, limit, maxReadUnits) => {
          asked = { readUnits: 0 }
          const match = { byHeader: byTitle(wanted), byStory: byStory(wanted) }
          const where = ({ prefix }: EventSummary): boolean => prefix !== 'big'
          const pages = await pagesOf(
            async (cursor) =>
              await searchStories(source, match, {
                ...cursor,
                limit,
                maxReadUnits,
                where,
                now: NOW,
              }),
          )
          const expected = written.filter(
            ({ lines }) =>
              lines.length <= wanted.most && lines.some(({ text }) => text.includes(wanted.word)),
          )
          assert.deepEqual(keysOf(pages.flatMap(({ events }) => events)), keysOf(expected))
          const opened = pages.reduce((sum, page) => sum + page.opened, 0)
          assert.equal(asked.readUnits, opened / 2)
        },
      ),
      { numRuns: 8 },
    )
  })

  it('says why it stopped, where, and what it took', async () => {
    asked = { readUnits: 0 }
    const match = { byHeader: () => undefined, byStory: () => true }
    const query = { prefix: 'workout', maxReadUnits: 6, now: NOW }
    const full = await searchStories(source, match, { ...query, limit: 3 })
    assert.deepEqual([full.stopped, full.events.length, full.opened], ['limit', 3, 3])
    const where = ({ prefix }: EventSummary): boolean => prefix !== 'big'
    const spent = await searchStories(source, match, { ...query, where, limit: 50 })
    assert.equal(spent.stopped, 'budget')
    assert.ok(spent.readUnits > 4 && spent.readUnits <= 6, `${spent.readUnits}`)
    assert.equal(spent.searchedTo, Math.floor(Number(spent.events.at(-1)?.timestamp)))
    assert.ok((spent.ahead?.readUnitsADay ?? 0) > 6)
    assert.equal(spent.stories.size, spent.events.length)
  })

  it('says how far it got where stories cost nothing, so that its list ends before its budget', async () => {
    asked = { readUnits: 0 }
    const match = { byHeader: () => undefined, byStory: () => false }
    const query = { prefix: 'workout', limit: 50, maxReadUnits: 6, now: NOW }
    const free = {
      ...source,
      story: async (object: string, timestamp: string) => {
        const story = await reader.event(object, timestamp)
        return story && { ...story, readUnits: 0 }
      },
    }
    const page = await searchStories(free, match, query)
    const listed = await reader.feed({ prefix: 'workout', limit: mostStories(6) })
    assert.deepEqual([page.events.length, page.opened, page.stopped], [0, 12, 'budget'])
    assert.equal(page.searchedTo, Math.floor(Number(listed.events.at(-1)?.timestamp)))
    assert.equal(page.cursor, listed.cursor)
  })

  it('expects as much again as it took, and of stories that cost nothing what they would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.constantFrom(...PREFIXES), { nil: undefined }),
        fc.integer({ min: 4, max: 12 }),
        fc.boolean(),
        async (prefix, maxReadUnits, areFree) => {
          asked = { readUnits: 0 }
          const match = { byHeader: () => undefined, byStory: () => false }
          const where = ({ prefix }: EventSummary): boolean => prefix !== 'big'
          const story = async (
            object: string,
            timestamp: string,
          ): Promise<StoredEvent | undefined> => {
            const read = await reader.event(object, timestamp)
            return read && (areFree ? { ...read, readUnits: 0 } : read)
          }
          const pages = await pagesOf(
            async (cursor) =>
              await searchStories({ ...source, story }, match, {
                ...cursor,
                limit: 1000,
                maxReadUnits,
                where,
                ...(prefix !== undefined && { prefix }),
                now: NOW,
              }),
          )
          for (const [index, page] of pages.entries()) {
            const { readUnits, opened, againReadUnits } = page
            assert.equal(againReadUnits, readUnits + (areFree ? opened / 2 : 0))
            const next = pages[index + 1]
            if (areFree || next?.cursor === undefined) continue
            assert.ok(Math.abs(againReadUnits - next.readUnits) <= 1)
          }
        },
      ),
      { numRuns: 20 },
    )
  })

  it('reads no story whose header tells', async () => {
    asked = { readUnits: 0 }
    const match = { byHeader: () => true, byStory: () => false }
    const { events, opened } = await searchStories(source, match, {
      limit: 50,
      maxReadUnits: 25,
      now: NOW,
    })
    assert.deepEqual([events.length, opened, asked.readUnits], [50, 0, 0])
  })

  it('takes of stories bigger than they seem no more than it learns their size by', async () => {
    asked = { readUnits: 0 }
    const match = { byHeader: () => undefined, byStory: () => true }
    const where = ({ prefix }: EventSummary): boolean => prefix === 'big'
    const page = await searchStories(source, match, { limit: 50, maxReadUnits: 9, where, now: NOW })
    assert.equal(page.stopped, 'budget')
    assert.ok(page.readUnits <= 9, `${page.readUnits}`)
    assert.ok(page.events.length < 4)
  })
})

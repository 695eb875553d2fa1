import assert from 'node:assert/strict'
import { eventOf, lineOf } from '../event-of.ts'
import type { SampleEvent } from '../memory-reader.ts'
import { HOSTILE } from '../hostile/corpus.ts'
import { NOW, servingViewer } from '../serve.ts'

const DAY_MS = 86_400_000

function failing(id: string, daysAgo: number): SampleEvent {
  const error = { name: 'LookupFailedError', message: `No answer for "${id}"` }
  return eventOf({
    id,
    timestamp: `${NOW - daysAgo * DAY_MS - 5000}.5`,
    lines: [
      lineOf({ text: `Starting ${id}` }),
      lineOf({ text: 'It failed', level: 'error', error }),
    ],
  })
}

function warned(text: string): SampleEvent {
  return eventOf({
    id: 'warned',
    lines: [lineOf({ text: 'Warned' }), lineOf({ text, level: 'warn' })],
  })
}

const events = [
  failing('ada', 0),
  failing('grace', 2),
  failing('old', 20),
  failing('older', 22),
  warned('Say "again"'),
]

const addressOf = ({ object, timestamp }: SampleEvent): string => `/events/${object}/${timestamp}`

function linksIn(body: string): readonly string[] {
  const [, nav = ''] = /<nav class="elsewhere"(.*?)<\/nav>/s.exec(body) ?? []
  return [...nav.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
}

function titlesIn(body: string): readonly string[] {
  return [...body.matchAll(/class="event-title" href="\/events\/workout_([^/]+)/g)].map(
    ([, id = '']) => id,
  )
}

describe('from a story that went wrong', () => {
  for (const [whose, event, expected] of [
    ['a young one', events[0], ['ada', 'grace']],
    ['an old one', events[2], ['old', 'older']],
    ['one with a warning that has quotation marks', events[4], ['warned']],
  ] as const) {
    it(`leads to the same in others: ${whose}`, async () => {
      assert.ok(event)
      await servingViewer(events, async ({ get }) => {
        const [same = '', kind = ''] = linksIn((await get(addressOf(event))).body)
        assert.deepEqual(titlesIn((await get(same)).body), expected)
        const { body } = await get(kind)
        for (const id of expected) assert.ok(titlesIn(body).includes(id), id)
      })
    })
  }

  for (const text of [
    ...HOSTILE,
    'a  b\tc\u00a0d',
    'level:error',
    '-minus',
    String.raw`C:\a\"b`,
    '"',
  ]) {
    it(`finds the story itself by what it says: ${JSON.stringify(text)}`, async () => {
      const event = warned(text.toWellFormed())
      await servingViewer([event], async ({ get }) => {
        const [same = ''] = linksIn((await get(addressOf(event))).body)
        const { status, body } = await get(same)
        assert.deepEqual([status, titlesIn(body)], [200, ['warned']])
      })
    })
  }

  it('leads to the trace, where there is one', async () => {
    const trace = 'a'.repeat(32)
    const event = { ...failing('ada', 0), trace }
    await servingViewer([event], async ({ get }) => {
      const last = linksIn((await get(addressOf(event))).body).at(-1)
      assert.match(last ?? '', new RegExp(`^/traces/${trace}\\?from=`))
    })
  })

  it('leads nowhere from one that went well', async () => {
    await servingViewer([eventOf()], async ({ get }) => {
      assert.deepEqual(linksIn((await get(addressOf(eventOf()))).body), [])
    })
  })
})

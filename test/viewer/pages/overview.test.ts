import assert from 'node:assert/strict'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { CountsPage, CountsQuery } from '../../../engine/table/counts-query.ts'
import { eventOf, lineOf } from '../event-of.ts'
import type { SampleEvent } from '../memory-reader.ts'
import { MemoryReader } from '../memory-reader.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW, servingViewer } from '../serve.ts'

const HOUR_MS = 3_600_000
const { events } = sample(NOW, 600)

/** The 24 hours that end with the current one, and as many before. */
const DAY = 'from=2026-11-20T11%3A00%3A00.000Z&to=2026-11-21T10%3A59%3A59.999Z'
const DAY_BEFORE = 'from=2026-11-19T11%3A00%3A00.000Z&to=2026-11-20T10%3A59%3A59.999Z'

function at(hoursAgo: number, event: Partial<SampleEvent> = {}): SampleEvent {
  const serial = String(Math.round(hoursAgo * 1000)).padStart(9, '0')
  return eventOf({ timestamp: `${NOW - hoursAgo * HOUR_MS}.${serial}`, ...event })
}

function figuresIn(body: string): readonly (readonly string[])[] {
  const figure =
    /<dt>([^<]*)<\/dt>\n<dd class="figure-value"><a href="([^"]*)">([^<]*)<\/a><\/dd>\n<dd class="figure-remark">(.*)<\/dd>/g
  return [...body.replaceAll('&amp;', '&').matchAll(figure)].map(
    ([, name = '', href = '', value = '', remark = '']) => [name, value, href, remark],
  )
}

/** A reader whose days cost so much, and lack so much. */
class FaultyReader extends MemoryReader {
  readUnits = 0.5
  unreadable = 0

  override async counts(query: CountsQuery = {}): Promise<CountsPage> {
    const { readUnits, unreadable } = this
    return { ...(await super.counts(query)), readUnits, unreadable }
  }
}

describe('the overview', () => {
  it('begins with numbers, each linked to its events, beside those of the day before', async () => {
    const failing = { lines: [lineOf({ text: 'Oh', level: 'error', elapsed: 700 })] }
    const day = [at(0.1), at(5), at(20), at(2, failing)]
    await servingViewer([...day, at(30), at(47)], async ({ get }) => {
      const { status, body } = await get('/overview')
      assert.equal(status, 200)
      assert.deepEqual(figuresIn(body), [
        ['Events', '4', `/?${DAY}`, `<span>+100%</span> <a href="/?${DAY_BEFORE}">2 before</a>`],
        [
          'Errors',
          '1',
          `/?level=error&${DAY}`,
          `<span>25% of events</span> <a href="/?level=error&${DAY_BEFORE}">0 before</a>`,
        ],
        [
          'Median duration',
          '≈ &lt; 1 ms',
          `/?${DAY}`,
          ` <a href="/?${DAY_BEFORE}">≈ &lt; 1 ms before</a>`,
        ],
        [
          'p95 duration',
          '≈ 920 ms',
          `/?${DAY}`,
          ` <a href="/?${DAY_BEFORE}">≈ &lt; 1 ms before</a>`,
        ],
        ['Lines', '4', `/?${DAY}`, `<span>+100%</span> <a href="/?${DAY_BEFORE}">2 before</a>`],
      ])
      assert.match(body, /New since yesterday[\s\S]*workout<\/bdi><\/a> has 1 error, none before/)
    })
  })

  it('shows as many events as its links list', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get('/overview')
      for (const [name = '', value, href = ''] of figuresIn(body)) {
        if (name !== 'Events' && name !== 'Errors') continue
        const { body: list } = await get(`${href}&limit=1000`)
        assert.equal(String(list.match(/class="event event-/g)?.length), value, name)
      }
    })
  })

  it('shows a week in steps of six hours, against the week before', async () => {
    await servingViewer(events, async ({ get }) => {
      const { status, body } = await get('/overview?range=7d')
      assert.equal(status, 200)
      assert.match(body, /Events per 6 hours/)
      assert.match(body, /New since last week/)
      assert.match(body, /href="\/overview\?range=7d" aria-current="true">7 d/)
      assert.match(body, /href="\/overview">24 h/)
      const [[, , href] = []] = figuresIn(body)
      assert.equal(href, '/?from=2026-11-14T12%3A00%3A00.000Z&to=2026-11-21T11%3A59%3A59.999Z')
    })
  })

  it('lists its domains, the slowest and those that fail', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get('/overview?range=7d')
      for (const prefix of ['billing', 'catalogue', 'user', 'workout']) {
        assert.match(body, new RegExp(`<th scope="row"><a href="/\\?prefix=${prefix}&amp;from=`))
      }
      assert.match(
        body,
        /id="slowest"[\s\S]*catalogue[\s\S]*billing[\s\S]*id="failing"[\s\S]*workout/,
      )
    })
  })

  it('says all of its charts in a table', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get('/overview')
      const rows = [...body.matchAll(/<tr><th scope="row">\d+ Nov, [^<]*<\/th>(.*)<\/tr>/g)]
      const total = rows.reduce(
        (sum, [, cells = '']) => sum + Number(/>(\d+)</.exec(cells)?.[1] ?? 0),
        0,
      )
      const [[, value] = []] = figuresIn(body)
      assert.ok(total > 0)
      assert.equal(String(total), value)
    })
  })

  it('costs what reading the counts took, and nothing when it is asked for again', async () => {
    await servingViewer(events, async ({ get }) => {
      assert.match((await get('/overview')).body, /This page cost <strong>1.5 read units</)
      assert.match((await get('/overview')).body, /This page cost <strong>no read units</)
    })
  })

  it('takes at most 5 read units for a day, and compares when it can afford to', async () => {
    const reader = new FaultyReader(events)
    reader.readUnits = 2
    await servingViewer(reader, async ({ get }) => {
      const first = (await get('/overview')).body
      assert.match(first, /This page cost <strong>4 read units</)
      assert.match(first, /Not compared with the 24 hours before/)
      assert.doesNotMatch(first, / before<\/a>/)
      const second = (await get('/overview')).body
      assert.match(second, /This page cost <strong>2 read units</)
      assert.match(second, / before<\/a>/)
    })
  })

  it('does not call everything new where nothing was counted before', async () => {
    await servingViewer([at(1), at(2)], async ({ get }) => {
      const { body } = await get('/overview')
      assert.match(body, /Nothing was counted in the 24 hours before/)
      assert.doesNotMatch(body, /is new/)
      assert.doesNotMatch(body, / before<\/a>/)
    })
  })

  it('says that nothing was counted, and why that may be', async () => {
    await servingViewer([at(40)], async ({ get }) => {
      const { status, body } = await get('/overview')
      assert.equal(status, 200)
      assert.match(body, /There are no counts of the last 24 hours/)
      assert.match(body, /href="\/overview\?range=7d">The overview of 7 d</)
      assert.doesNotMatch(body, /<svg class="chart/)
    })
  })

  it('says where counts are missing', async () => {
    const reader = new FaultyReader(events)
    reader.unreadable = 1
    await servingViewer(reader, async ({ get }) => {
      const { body } = await get('/overview')
      assert.match(body, /Some counts could not be read, so the numbers are too low\./)
    })
  })

  it('explains counts that cannot be read', async () => {
    const reader = new MemoryReader(events)
    reader.counts = async () => {
      throw new StacktaleError('access-denied', 'The role may not read the table.')
    }
    await servingViewer(reader, async ({ get }) => {
      const { status, body } = await get('/overview')
      assert.equal(status, 503)
      assert.match(body, /The role may not read the table\./)
    })
  })

  for (const [path, parameter] of [
    ['/overview?range=1h', 'range'],
    ['/overview?range=', 'range'],
    ['/overview?range=7d&range=7d', 'range'],
    ['/overview?level=warn', 'level'],
  ] as const) {
    it(`explains ${path}`, async () => {
      await servingViewer(events, async ({ get }) => {
        const { status, body } = await get(path)
        assert.equal(status, 400)
        assert.ok(body.includes(`<dt><bdi>${parameter}</bdi></dt>`))
        assert.match(body, /href="\/overview">This page without/)
      })
    })
  }

  it('stays below 100 KB, however many domains there are, whatever their names', async () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      at((index * 7 * 48) / 3000, {
        prefix: `<b>"domain" & ${index % 60}</b>`.padEnd(60, 'x'),
        level: (['debug', 'info', 'warn', 'error'] as const)[index % 4] ?? 'info',
        duration: index,
      }),
    )
    await servingViewer(many, async ({ get }) => {
      const { body } = await get('/overview?range=7d')
      assert.match(body, /and 40 more domains with/)
      assert.ok(!body.includes('<b>'))
      assert.ok(Buffer.byteLength(body) < 100_000, `${Buffer.byteLength(body)} bytes`)
    })
  })
})

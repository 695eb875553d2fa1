import assert from 'node:assert/strict'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import { isAtLeast } from '../../../engine/level.ts'
import { millisecondsOf } from '../../../engine/item/timestamp.ts'
import { MemoryReader } from '../memory-reader.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW, servingViewer } from '../serve.ts'

const { events } = sample(NOW, 600)

interface Bar {
  readonly from: number
  readonly to: number
  readonly events: number
  readonly isBeside: boolean
}

function barsIn(body: string): readonly Bar[] {
  const plot = /<svg class="chart-plot"[\s\S]*?<\/svg>\n<form/.exec(body)?.[0] ?? ''
  const bar = /<a href="([^"]*)" tabindex="-1"( class="beside")?><title>[^<]*: (no|[\d,]+) events?/g
  return [...plot.matchAll(bar)].map(([, href = '', beside, number = '']) => {
    const query = new URL(href.replaceAll('&amp;', '&'), 'http://localhost').searchParams
    return {
      from: Date.parse(query.get('from') ?? ''),
      to: Date.parse(query.get('to') ?? ''),
      events: number === 'no' ? 0 : Number(number),
      isBeside: beside !== undefined,
    }
  })
}

describe('the histogram of a list', () => {
  for (const [path, prefix, level] of [
    ['/', undefined, 'debug'],
    ['/?range=7d', undefined, 'debug'],
    ['/?prefix=workout&range=7d', 'workout', 'debug'],
    ['/?prefix=workout&level=warn', 'workout', 'warn'],
    ['/?level=error&from=2026-11-14&to=2026-11-18', undefined, 'error'],
  ] as const) {
    it(`shows what ${path} filters, each bar just the events it links to`, async () => {
      await servingViewer(events, async ({ get }) => {
        const bars = barsIn((await get(path)).body)
        assert.ok(bars.length >= 20, String(bars.length))
        for (const { from, to, events: shown } of bars) {
          const those = events.filter(
            (event) =>
              (prefix === undefined || event.prefix === prefix) &&
              isAtLeast(event.level, level) &&
              millisecondsOf(event.timestamp) >= from &&
              millisecondsOf(event.timestamp) <= to,
          )
          assert.equal(shown, those.length)
        }
        assert.ok(bars.some(({ events }) => events > 0))
      })
    })
  }

  it('is of the last day where the list has no time', async () => {
    await servingViewer(events, async ({ get }) => {
      const bars = barsIn((await get('/')).body)
      assert.equal(bars[0]?.from, Date.parse('2026-11-20T10:00Z'))
      assert.equal(bars.at(-1)?.to, Date.parse('2026-11-21T10:59:59.999Z'))
      assert.ok(bars.every(({ isBeside }) => !isBeside))
    })
  })

  it('shows a short time within a day, the rest of it pale', async () => {
    await servingViewer(events, async ({ get }) => {
      for (const [path, first, last] of [
        ['/?range=15m', '2026-11-21T10:00Z', '2026-11-21T10:59:59.999Z'],
        ['/?range=1h', '2026-11-21T09:00Z', '2026-11-21T10:59:59.999Z'],
        [
          '/?from=2026-11-19T06:00&to=2026-11-19T08:59',
          '2026-11-19T06:00Z',
          '2026-11-19T08:59:59.999Z',
        ],
      ] as const) {
        const bars = barsIn((await get(path)).body)
        const chosen = bars.filter(({ isBeside }) => !isBeside)
        assert.ok(bars.length >= 24)
        assert.equal(chosen[0]?.from, Date.parse(first), path)
        assert.equal(chosen.at(-1)?.to, Date.parse(last), path)
      }
    })
  })

  it('keeps the filters, but not the place in the list', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get('/?level=warn&limit=20&cursor=MTE3OTUxNDU1MTgwMDA')
      assert.match(
        body,
        /<a href="\/\?level=warn&amp;limit=20&amp;from=[^&"]*&amp;to=[^&"]*" tabindex/,
      )
      const form = /<form class="brush"[\s\S]*?<\/form>/.exec(body)?.[0] ?? ''
      assert.match(form, /name="level" value="warn"/)
      assert.match(form, /name="limit" value="20"/)
      assert.doesNotMatch(form, /cursor/)
    })
  })

  it('is left out where events are not counted by what filters them', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get('/?object=workout_42')
      assert.deepEqual(barsIn(body), [])
      assert.match(body, /class="event event-/)
    })
  })

  it('is left out where nothing was counted, or the time is to come', async () => {
    await servingViewer(events, async ({ get }) => {
      for (const path of ['/?prefix=nobody', '/?from=2027-01-01']) {
        const { status, body } = await get(path)
        assert.equal(status, 200)
        assert.deepEqual(barsIn(body), [])
        assert.doesNotMatch(body, /histogram/)
      }
    })
  })

  it('says that it does not cover a long time, and reads nothing for it', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get('/?prefix=workout&from=2026-01-01&limit=1')
      assert.deepEqual(barsIn(body), [])
      assert.match(body, /A chart covers 15 days at most\./)
      assert.match(body, /This page cost <strong>1 read unit</)
    })
  })

  it('says what each colour stands for that it draws', async () => {
    const [any] = events
    assert.ok(any)
    for (const [level, legend] of [
      ['info', ['errors', 'warnings', 'others']],
      ['debug', ['errors', 'warnings', 'info', 'debug']],
    ] as const) {
      await servingViewer([{ ...any, level }], async ({ get }) => {
        const drawn = /<ul class="legend"[\s\S]*?<\/ul>/.exec((await get('/')).body)?.[0] ?? ''
        const words = [...drawn.matchAll(/<\/svg>([^<]*)<\/li>/g)].map(([, word]) => word)
        assert.deepEqual(words, legend)
      })
    }
  })

  it('says how many events of the list it lacks, where they are more than one in ten', async () => {
    const settled = events.filter(({ timestamp }) => millisecondsOf(timestamp) < NOW - 180_000)
    const from = Date.parse('2026-11-20T00:00Z')
    const listed = settled.filter(({ timestamp }) => millisecondsOf(timestamp) >= from).length
    const noticeWithout = async (missing: number): Promise<string | undefined> => {
      const reader = new MemoryReader(settled)
      const { events: newest } = await reader.feed({ limit: missing })
      const times = new Set(newest.map(({ timestamp }) => timestamp))
      const counted = new MemoryReader(settled.filter(({ timestamp }) => !times.has(timestamp)))
      reader.counts = counted.counts.bind(counted)
      let said: string | undefined
      await servingViewer(reader, async ({ get }) => {
        const { body } = await get('/?from=2026-11-20&limit=1000')
        said = /The chart lacks at least ([^<]*)/.exec(body)?.[1]
      })
      return said
    }
    const most = Math.floor(listed / 10)
    assert.ok(most > 2)
    assert.equal(await noticeWithout(most), undefined)
    const why = 'of those below: a process that stores little is counted late.'
    assert.equal(await noticeWithout(most + 1), `${most + 1} events ${why}`)
    assert.equal(await noticeWithout(listed - 1), `${listed - 1} events ${why}`)
  })

  it('says nothing of events that are on their way', async () => {
    const [any] = events
    assert.ok(any)
    for (const [age, isSaid] of [
      [170_000, false],
      [190_000, true],
    ] as const) {
      const young = { ...any, timestamp: `${NOW - age}` }
      const reader = new MemoryReader([young])
      reader.counts = async () => ({ counts: [], readUnits: 0.5, unreadable: 0 })
      await servingViewer(reader, async ({ get }) => {
        const { body } = await get('/')
        assert.equal(body.match(/class="event event-/g)?.length, 1)
        assert.equal(body.includes('There is no chart yet: a process that'), isSaid, `${age}`)
      })
    }
  })

  it('leaves the list as it is where the counts cannot be read', async () => {
    const reader = new MemoryReader(events)
    reader.counts = async () => {
      throw new StacktaleError('access-denied', 'The role may not read the table.')
    }
    await servingViewer(reader, async ({ get }) => {
      const { status, body } = await get('/')
      assert.equal(status, 200)
      assert.match(body, /There is no chart: The role may not read the table\./)
      assert.equal(body.match(/class="event event-/g)?.length, 100)
    })
  })

  it('leaves the page of a hundred events below 100 KB', async () => {
    await servingViewer(events, async ({ get }) => {
      for (const path of ['/', '/?range=7d', '/?from=2026-11-07&level=debug']) {
        const { body } = await get(path)
        assert.ok(barsIn(body).length > 0, path)
        assert.ok(Buffer.byteLength(body) < 100_000, `${path}: ${Buffer.byteLength(body)} bytes`)
      }
    })
  })
})

import assert from 'node:assert/strict'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import { eventOf, lineOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW, servingViewer } from '../serve.ts'

const { events, failed } = sample(NOW)
const address = (event: { object: string; timestamp: string }): string =>
  `/events/${encodeURIComponent(event.object)}/${event.timestamp}`

describe('the page of an event', () => {
  it('tells where, when and how long', async () => {
    await servingViewer(events, async ({ get }) => {
      const { status, body } = await get(address(failed))
      assert.equal(status, 200)
      assert.match(body, /<title>Starting workout generation for Ada Lovelace · stacktale</)
      assert.equal(body.match(/<h1/g)?.length, 1)
      for (const fact of [
        'href="/objects/workout_42"',
        'href="/?prefix=workout"',
        'badge-error',
        '21 Nov 2026, 10:38:34.000 UTC',
        '(3 min ago)',
        '<dd>357 ms</dd>',
        '<dd>55 lines</dd>',
        '<bdi>workouts</bdi>',
        'ip-10-0-4-',
        '4bf92f3577b34da6a3ce929d0e0e4736',
        'in 29 days',
        '1 error, 3 warnings',
        `${address(failed)}.txt`,
        `${address(failed)}.ndjson`,
      ]) {
        assert.ok(body.includes(fact), fact)
      }
    })
  })

  it('numbers the lines, indents them and says when each was logged', async () => {
    const lines = [
      lineOf({ text: 'Outer' }),
      lineOf({ text: 'Inner', depth: 1, elapsed: 12.5, source: 'a.ts:9' }),
      lineOf({ text: 'Deep\nand long', depth: 2, elapsed: 1290, level: 'warn' }),
      lineOf({ text: 'Out again', elapsed: 1291 }),
    ]
    await servingViewer([eventOf({ lines, duration: 1300 })], async ({ get }) => {
      const { body } = await get(address(eventOf()))
      for (const number of [1, 2, 3, 4]) {
        assert.ok(body.includes(`id="L${number}"`) && body.includes(`href="#L${number}"`))
      }
      assert.match(body, /line-warn indent-2"/)
      assert.match(
        body,
        /<span class="spaces"> {4}<\/span><span class="spoken">Warning: <\/span>Deep\nand long</,
      )
      assert.match(body, /class="elapsed">12\.5 ms</)
      assert.match(body, /class="gap gap-slow"><span class="spoken">after <\/span>\+1\.28 s</)
      assert.match(body, /took 1\.28 s/)
      assert.match(body, /a\.ts:9/)
      const opened = body.match(/<ol role="list" class="block/g)?.length
      assert.equal(opened, 2)
    })
  })

  it('shows data and errors with their causes', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get(address(failed))
      assert.match(body, /<code>\{ user: 42, phase: &#34;hypertrophy&#34;, minutes: 45 \}<\/code>/)
      assert.match(body, /<details class="error" open>/)
      assert.match(body, /WorkoutNotSavedError/)
      assert.match(body, /class="own-frame">at saveWorkout/)
      assert.match(body, /class="frame-elsewhere">at process\.processTicksAndRejections/)
      assert.match(
        body,
        /Caused by<\/span> <span class="error-name">Error<\/span> <span class="chip">ECONNREFUSED/,
      )
    })
  })

  it('shows the errors that an AggregateError gathers', async () => {
    const error = {
      name: 'AggregateError',
      message: 'All failed',
      errors: [
        { name: 'Error', message: 'first' },
        { name: 'Error', message: 'second' },
      ],
    }
    const lines = [lineOf({ text: 'No', level: 'error', error })]
    await servingViewer([eventOf({ lines })], async ({ get }) => {
      const { body } = await get(address(eventOf()))
      assert.match(body, /1 of 2<\/span>[\s\S]*first[\s\S]*2 of 2<\/span>[\s\S]*second/)
    })
  })

  it('says that it continues another, and that nobody committed it', async () => {
    const event = eventOf({ part: 2, unfinished: true })
    await servingViewer([event], async ({ get }) => {
      const { body } = await get(address(event))
      assert.match(body, /<dt>Part<\/dt><dd><bdi>2, continued</)
      assert.match(body, /<dt>Ended<\/dt><dd><bdi>without a commit</)
    })
  })

  it('leads to what happened around it, and to the events of its object before and after', async () => {
    const [first, second, other] = [
      eventOf({ timestamp: `${NOW - 9000}.5` }),
      eventOf({ timestamp: `${NOW - 9000}.6` }),
      eventOf({ id: '43', timestamp: `${NOW - 8000}.5` }),
    ]
    await servingViewer([first, second, other], async ({ get }) => {
      const { body } = await get(address(first))
      assert.ok(body.includes(`href="${address(first)}/next"`))
      assert.ok(body.includes(`href="${address(first)}/previous"`))
      assert.match(body, /href="\/\?from=2026-11-21T10%3A40%3A49\.000Z&amp;to=/)
      const next = await get(`${address(first)}/next`)
      assert.deepEqual([next.status, next.headers.location], [302, address(second)])
      const previous = await get(`${address(second)}/previous`)
      assert.deepEqual([previous.status, previous.headers.location], [302, address(first)])
    })
  })

  it('says so where its object has no event before or after, and what looking cost', async () => {
    await servingViewer([eventOf()], async ({ get }) => {
      for (const [direction, words] of [
        ['next', 'after'],
        ['previous', 'before'],
      ]) {
        const { status, body } = await get(`${address(eventOf())}/${direction}`)
        assert.equal(status, 200)
        assert.match(body, new RegExp(`There is no event of workout_42 ${words} this one`))
        assert.match(body, /This page cost <strong>0\.5 read units</)
        assert.ok(body.includes(`href="${address(eventOf())}"`))
      }
      assert.equal((await get('/events/workout_42/abc/next')).status, 404)
    })
  })

  it('leads further where reading stopped among events that have expired', async () => {
    const reader = new MemoryReader([eventOf()])
    reader.neighbour = async () => ({ neighbour: undefined, readUnits: 25, searchedTo: '1000.5' })
    await servingViewer(reader, async ({ get }) => {
      const { status, body } = await get(`${address(eventOf())}/previous`)
      assert.equal(status, 200)
      assert.match(body, /None found so far/)
      assert.match(body, /href="\/events\/workout_42\/1000\.5\/previous">Look further</)
      assert.match(body, /This page cost <strong>25 read units</)
    })
  })

  it('unfolds as deep as its address says', async () => {
    await servingViewer(events, async ({ get }) => {
      const openAt = async (query: string): Promise<number | undefined> =>
        (await get(address(failed) + query)).body.match(/class="fold" open/g)?.length
      assert.equal(await openAt('?depth=1'), undefined)
      assert.equal(await openAt('?depth=2'), 1)
      assert.equal(await openAt('?depth=99'), await openAt(''))
      const { body } = await get(`${address(failed)}?depth=2`)
      assert.match(body, /aria-current="true">2</)
      assert.match(
        body,
        /Inside line 1: <\/span><span class="hides">54 lines, 1 error, 3 warnings</,
      )
      for (const depth of ['0', '100', '-1', 'all', '1.5']) {
        assert.equal((await get(`${address(failed)}?depth=${depth}`)).status, 400)
      }
    })
  })

  it('says where the time went', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get(address(failed))
      assert.match(
        body,
        /Where the time went[\s\S]*href="#L55"><span class="gap gap-slow">\+264 ms/,
      )
    })
  })

  it('shows what is left of a damaged one, and what is wrong', async () => {
    const damage = new StacktaleError(
      'part-missing',
      'This story was stored in 3 parts, and 2 are left.',
    )
    const damaged = eventOf({ lines: [], title: 'Half a story', text: '', damage })
    await servingViewer([damaged, eventOf({ timestamp: '1.5' })], async ({ get }) => {
      const { status, body } = await get(address(damaged))
      assert.equal(status, 200)
      assert.match(body, /Half a story/)
      assert.match(body, /This story cannot be read in full/)
      assert.match(body, /stored in 3 parts/)
      assert.match(body, /part-missing/)
      assert.equal((await get('/')).status, 200)
      const { body: rows } = await get(`${address(damaged)}.ndjson`)
      assert.equal(JSON.parse(rows).damage.code, 'part-missing')
      assert.match((await get(`${address(damaged)}.txt`)).body, /\[part-missing\] This story/)
    })
  })

  it('shows a story of thousands of lines, hundreds deep', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) =>
      lineOf({ text: `Line ${index}`, depth: index % 700, elapsed: index }),
    )
    await servingViewer([eventOf({ lines })], async ({ get }) => {
      const { status, body } = await get(address(eventOf()))
      assert.equal(status, 200)
      assert.ok(body.includes('id="L3000"'))
    })
  })

  for (const path of [
    '/events/workout_42/1732184700123.5',
    '/events/workout_42/1732184700123.5.txt',
    '/events/workout_43/1732184700123.5.ndjson',
    '/events/workout_42/abc',
    '/events/workout_42/-1',
    '/events/workout_42/1e12',
    '/events/workout_42/1.2.3',
    '/events/nonsense/1732184700123.5',
  ]) {
    it(`is not found at ${path}`, async () => {
      await servingViewer(events, async ({ get }) => {
        const { status, body } = await get(path)
        assert.equal(status, 404)
        assert.match(body, /There is no such event/)
      })
    })
  }

  it('says what it cost to look for an event that is not there, where one was looked for', async () => {
    await servingViewer(events, async ({ get }) => {
      const looked = await get('/events/workout_42/1732184700123.5')
      assert.match(looked.body, /This page cost <strong>0\.5 read units</)
      assert.match((await get('/events/workout_42/abc')).body, /cost <strong>no read units</)
    })
  })

  it('says what it cost in a header where it is no page', async () => {
    await servingViewer([eventOf(), eventOf({ timestamp: '1795257712345' })], async ({ get }) => {
      for (const path of ['.txt', '.ndjson', '/next']) {
        const { headers } = await get(`${address(eventOf())}${path}`)
        assert.equal(headers['stacktale-read-units'], '0.5', path)
      }
    })
  })

  it('knows no parameters', async () => {
    await servingViewer(events, async ({ get }) => {
      const { status, body } = await get(`${address(failed)}?theme=dark`)
      assert.equal(status, 400)
      assert.ok(body.includes(`href="${address(failed)}"`))
    })
  })
})

describe('an event as text', () => {
  it('is the story, with what would act on a terminal made visible', async () => {
    const lines = [lineOf({ text: 'Outer \u001b[31mred' }), lineOf({ text: 'Two\nrows', depth: 1 })]
    await servingViewer([eventOf({ lines })], async ({ get }) => {
      const { status, headers, body } = await get(`${address(eventOf())}.txt`)
      assert.equal(status, 200)
      assert.equal(headers['content-type'], 'text/plain; charset=utf-8')
      assert.equal(body, 'Outer ␛[31mred\n  Two\n  rows\n')
    })
  })
})

describe('an event as NDJSON', () => {
  it('is a row for the event and one for each line, exact', async () => {
    await servingViewer(events, async ({ get }) => {
      const { headers, body } = await get(`${address(failed)}.ndjson`)
      assert.equal(headers['content-type'], 'application/x-ndjson; charset=utf-8')
      const [event, ...lines] = body
        .trimEnd()
        .split('\n')
        .map((row) => JSON.parse(row))
      assert.equal(event.kind, 'event')
      assert.equal(event.timestamp, failed.timestamp)
      assert.equal(event.lines, failed.lines.length)
      assert.deepEqual(
        lines.map(({ kind: _kind, number: _number, ...line }) => line),
        failed.lines,
      )
      assert.deepEqual(
        lines.map(({ number }) => number),
        failed.lines.map((_, index) => index + 1),
      )
    })
  })
})

import type { BrowserContextOptions, Page } from 'playwright-core'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { ViewerOptions } from '../../../viewer/index.ts'
import { openBrowser } from '../../browser.ts'
import { eventOf, lineOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
import { purchaseTrace } from '../sample/purchase-trace.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW, servingViewer } from '../serve.ts'

const { events, failed } = sample(NOW)
const purchase = purchaseTrace(NOW)

const LONG =
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(4)

/** Everything that could be too wide or too deep for a page. */
const unwieldy = eventOf({
  id: LONG,
  timestamp: `${NOW - 1000}.7`,
  service: LONG,
  host: LONG,
  trace: LONG,
  lines: Array.from({ length: 24 }, (_, depth) =>
    lineOf({
      text: depth % 5 === 4 ? LONG : `Depth ${depth}\nin two rows`,
      depth,
      elapsed: depth * 12_345,
      level: depth % 7 === 6 ? 'error' : 'warn',
      source: LONG,
      data: { [LONG]: [LONG, { a: 1 }] },
      error: { name: LONG, message: LONG, code: LONG, stack: `at ${LONG}`, data: [LONG] },
    }),
  ),
})

const damaged = eventOf({
  id: '7',
  timestamp: `${NOW - 2000}.7`,
  title: 'A story that was cut',
  lines: [],
  damage: new StacktaleError('part-missing', 'Of 3 parts, 2 are left.'),
})

const quiet = eventOf({ prefix: 'rtl', id: 'שלום', lines: [lineOf({ text: 'שלום עולם, hello' })] })

const reader = new MemoryReader([...events, ...purchase, unwieldy, damaged, quiet])
const readFeed = reader.feed.bind(reader)
reader.feed = async (query) => {
  if (query?.prefix === 'outage') throw new StacktaleError('throttled', 'Ask again in a second.')
  if (query?.prefix === 'bug') throw new TypeError('unforeseen')
  return await readFeed(query)
}

function addressOf({ object, timestamp }: { object: string; timestamp: string }): string {
  return `/events/${encodeURIComponent(object)}/${timestamp}`
}

export const STORY: string = addressOf(failed)

/** A page of every kind, by name. */
export const PAGES: Readonly<Record<string, string>> = {
  list: '/',
  'filtered list': '/?object=workout_42&level=warn&limit=25&from=2026-11-20',
  'second page': '/?limit=20&cursor=MTE3OTUxNDU1MTgwMDA',
  'empty list': '/?prefix=nobody&range=1h',
  search: '/?q=starting+level:banana+-service:accounts&limit=10',
  'search inside stories': '/?q=hamstrings+-zzz&in=stories',
  'search without hits': '/?q=nobody+said+this&range=1h',
  'search for a trace': '/?q=trace:4bf92f3577b34da6a3ce929d0e0e4736',
  overview: '/overview',
  'overview of a week': '/overview?range=7d',
  'list of a week': '/?range=7d&level=info',
  story: STORY,
  'line of a story': `${STORY}#L30`,
  'unwieldy story': addressOf(unwieldy),
  'damaged story': addressOf(damaged),
  'story from right to left': addressOf(quiet),
  'story unfolded whole': `${addressOf(failed)}?depth=99`,
  'story before': `${addressOf(failed)}/previous`,
  'story after the last': `${addressOf(quiet)}/next`,
  'unknown story': '/events/workout_42/1',
  'events by minute': '/?from=2026-11-21T10:00&to=2026-11-21T10:41',
  'list without a chart': '/?from=2026-09-01',
  object: '/objects/workout_42',
  trace: '/traces/4bf92f3577b34da6a3ce929d0e0e4736',
  'trace of a purchase': `/traces/${purchase[0]?.trace}`,
  'trace with a bad choice': `/traces/${purchase[0]?.trace}?lines=some`,
  'trace without lines': `/traces/${purchase[0]?.trace}?lines=no`,
  'folded story': `${addressOf(failed)}?depth=2`,
  'unknown trace': `/traces/${'f'.repeat(32)}`,
  'unwieldy object': `/objects/${encodeURIComponent(unwieldy.object)}`,
  cost: '/cost',
  'not found': '/nowhere',
  'bad address': '/?limit=0&colour=red',
  'unreadable table': '/?prefix=outage',
  fault: '/?prefix=bug',
}

/** Opens a page of the sample's viewer while `use` runs. */
export async function browsing(
  options: BrowserContextOptions,
  use: (page: Page, url: string) => Promise<void>,
  viewer: Partial<ViewerOptions> = {},
): Promise<void> {
  await servingViewer(
    reader,
    async ({ url }) => {
      const browser = await openBrowser()
      const context = await browser.newContext(options)
      try {
        await use(await context.newPage(), url)
      } finally {
        await context.close()
      }
    },
    { onError: () => undefined, ...viewer },
  )
}

/** What a script in the page says. The page's types are not known here, so it is given as text. */
export async function ask(page: Page, script: string): Promise<string> {
  return await page.evaluate<string>(`Promise.resolve(${script}).then(String)`)
}

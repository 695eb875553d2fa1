import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Count } from '../../../engine/counters/counts.ts'
import { DURATION_BUCKETS } from '../../../engine/counters/durations.ts'
import { LEVELS } from '../../../engine/level.ts'
import { openBrowser } from '../../browser.ts'
import { countOf } from '../../engine/table/standing/facts.ts'
import { HASH, PASSWORD } from '../auth/signing-in.ts'
import { eventOf, lineOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
import { NOW, servingViewer } from '../serve.ts'
import { ask } from './browsing.ts'

const HOUR_MS = 3_600_000
const BILLION = 1_234_567_890
const LONG = 'production-europe-west-application-logs-of-every-service-there-is'

/** Words of what these select that are broken over two rows; a word may end at a space only. */
function broken(selector: string): string {
  return `[...document.querySelectorAll('${selector}')].filter((each) => each.checkVisibility()).flatMap((each) => {
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
      const { currentNode } = walker
      for (const { 0: word, index } of currentNode.data.matchAll(/\\S+/g)) {
        const range = document.createRange()
        range.setStart(currentNode, index)
        range.setEnd(currentNode, index + word.length)
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word)
      }
    }
    return found
  }).join(' ')`
}

/** Pairs of these that overlap. */
function overlapping(selector: string): string {
  return `(() => {
    const all = [...document.querySelectorAll('${selector}')].filter((each) => each.checkVisibility())
    const boxes = all.map((each) => [each.className || each.textContent, each.getBoundingClientRect()])
    return boxes.flatMap(([name, a], index) => boxes.slice(index + 1)
      .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      .map(([other]) => name + ' and ' + other)).join('; ')
  })()`
}

function countsOf(hour: number): readonly Count[] {
  return LEVELS.map((level) =>
    countOf({
      hour,
      level,
      events: BILLION,
      lines: BILLION * 80,
      durations: Array.from({ length: DURATION_BUCKETS }, (_, bucket) =>
        bucket === (level === 'debug' ? 28 : 0) ? BILLION : 0,
      ),
    }),
  )
}

const reader = new MemoryReader([
  eventOf({ service: LONG, lines: [lineOf({ text: 'Long', elapsed: 9_999 * HOUR_MS })] }),
  eventOf({ id: LONG, timestamp: `${NOW}.7`, prefix: 'a', title: 'Many' }),
])
Object.defineProperty(reader, 'table', { value: LONG })
reader.counts = async (query) => {
  const { from = 0, to = NOW } = query ?? {}
  const hours = Array.from({ length: 5 }, (_, index) => NOW - (NOW % HOUR_MS) - index * HOUR_MS)
  const asked = hours.filter((hour) => hour >= Number(from) && hour <= Number(to))
  return { counts: asked.flatMap(countsOf), readUnits: 0.5, unreadable: 0 }
}

async function looking(
  viewport: { readonly width: number; readonly height: number },
  use: (page: Page, url: string) => Promise<void>,
): Promise<void> {
  await servingViewer(
    reader,
    async ({ url }) => {
      const context = await (await openBrowser()).newContext({ viewport })
      try {
        const page = await context.newPage()
        await page.goto(`${url}/login`)
        await page.fill('[name=name]', 'a-user-of-a-long-name')
        await page.fill('[name=password]', PASSWORD)
        await page.click('.sign-in .button')
        await page.waitForSelector('.account')
        await use(page, url)
      } finally {
        await context.close()
      }
    },
    { auth: { users: { 'a-user-of-a-long-name': HASH } } },
  )
}

describe('no word and no number is broken in two, and nothing overlaps', () => {
  for (const width of [320, 375, 641, 700, 768, 1280]) {
    it(`at ${width} px`, async () => {
      await looking({ width, height: 800 }, async (page, url) => {
        for (const path of ['/', '/overview', '/cost']) {
          await page.goto(url + path)
          if (path !== '/cost') await page.click('.chart-table summary')
          const words = '.masthead, .figures, .chart-rows table, .domains thead, .domains td'
          assert.equal(await ask(page, broken(words)), '', path)
          const masthead = '.wordmark, .site, .place, .account p, .account form, .tools'
          assert.equal(await ask(page, overlapping(masthead)), '', path)
          assert.equal(
            await ask(
              page,
              overlapping('.event time, .event small, .event-title, .event-about, .event-size > *'),
            ),
            '',
            path,
          )
          const overflow =
            'document.documentElement.scrollWidth - document.documentElement.clientWidth'
          assert.equal(await ask(page, overflow), '0', path)
        }
      })
    })
  }
})

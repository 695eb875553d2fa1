import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { eventOf, lineOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
import { NOW } from '../serve.ts'
import { ask, browsing, PAGES } from './browsing.ts'

const TRACE = PAGES['trace of a purchase'] ?? ''

describe('the page of a trace', () => {
  it('leads without JavaScript to what failed first', async () => {
    for (const width of [1280, 375]) {
      const options = { viewport: { width, height: 800 }, javaScriptEnabled: false }
      await browsing(options, async (page, url) => {
        await page.goto(url + TRACE)
        await page.click('.sentence a')
        assert.match(page.url(), /\/events\/request_i2\/[\d.]+#L2$/)
        assert.equal(
          await page.locator(':target .text').textContent(),
          '  Error: The shelves are locked by another count',
        )
      })
    }
  })

  it('leads from a bar to its event', async () => {
    await browsing({ javaScriptEnabled: false }, async (page, url) => {
      await page.goto(url + TRACE)
      await page.locator('.lanes a[href="#e4"]').click()
      assert.match(page.url(), /#e4$/)
      assert.equal(await page.locator('#e4 .call-where').textContent(), 'inventory')
    })
  })

  for (const width of [1280, 375]) {
    it(`shows a moment in hours, and its times beside nothing that they cover, ${width} px wide`, async () => {
      const trace = 'd'.repeat(32)
      const hour = 3_600_000
      const events = [13 * hour, 2 * hour, hour / 7, 0].map((ago, index) =>
        eventOf({
          id: String(index),
          service: `service-${index}`,
          trace,
          timestamp: `${NOW - ago}.1`,
          duration: index === 3 ? 13 * hour : 0,
          lines: [
            lineOf({ text: 'It failed', level: 'error', elapsed: index === 3 ? 13 * hour : 0 }),
          ],
        }),
      )
      const viewer = { reader: new MemoryReader(events) }
      const use = async (page: Page, url: string): Promise<void> => {
        await page.goto(`${url}/traces/${trace}?range=24h`)
        assert.equal(await page.locator('.call').count(), 4)
        const covered = await ask(
          page,
          `[['.call-begins', '.call-head > .mark'], ['.call-number', '.call-line .mark'], ['.call-text', '.elapsed']]
            .flatMap(([left, right]) => [...document.querySelectorAll('.call')].filter((call) => {
              const range = document.createRange()
              range.selectNodeContents(call.querySelector(left))
              return range.getBoundingClientRect().right > call.querySelector(right).getBoundingClientRect().left
            })).length`,
        )
        assert.equal(covered, '0')
        const outside = await ask(
          page,
          `[...document.querySelectorAll('.elapsed, .event-duration')].filter((time) =>
            time.scrollWidth > time.clientWidth
            || time.getBoundingClientRect().right > document.querySelector('.calls').getBoundingClientRect().right - 4).length`,
        )
        assert.equal(outside, '0')
        const thin = await ask(
          page,
          `[...document.querySelectorAll('.lane-bar')].filter((bar) => {
            const { stroke, strokeWidth } = getComputedStyle(bar)
            const drawn = bar.getBoundingClientRect().width + (stroke === 'none' ? 0 : parseFloat(strokeWidth))
            return drawn < 2
          }).length`,
        )
        assert.equal(thin, '0')
      }
      await browsing({ viewport: { width, height: 800 } }, use, viewer)
    })
  }

  it('is gone through by keys, event by event and error by error', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(url + TRACE)
      const visited: string[] = []
      for (const key of ['j', 'j', 'e', 'e', 'Shift+G', 'g']) {
        await page.keyboard.press(key)
        visited.push(await ask(page, `document.activeElement.closest('[data-row]').id`))
      }
      assert.deepEqual(visited, ['e1', 'e2', 'e3', 'e4', 'e5', 'e1'])
    })
  })
})

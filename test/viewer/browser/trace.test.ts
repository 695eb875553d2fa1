import assert from 'node:assert/strict'
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

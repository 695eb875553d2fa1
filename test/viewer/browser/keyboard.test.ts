import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ask, browsing, STORY } from './browsing.ts'

async function focusedLine(page: Page): Promise<string> {
  return await ask(page, `document.activeElement.closest('[data-row]')?.id ?? 'none'`)
}

describe('the keyboard', () => {
  it('moves between lines, and between warnings and errors', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(url + STORY)
      const visited: string[] = []
      for (const key of ['j', 'j', 'k', 'e', 'e', 'Shift+E', 'Shift+G', 'Shift+E', 'g']) {
        await page.keyboard.press(key)
        visited.push(await focusedLine(page))
      }
      assert.deepEqual(visited, ['L1', 'L2', 'L1', 'L16', 'L20', 'L16', 'L55', 'L54', 'L1'])
    })
  })

  it('starts from the line that the address names', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(`${url}${STORY}#L30`)
      await page.keyboard.press('j')
      assert.equal(await focusedLine(page), 'L31')
    })
  })

  it('opens an event from the list', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(url)
      await page.keyboard.press('e')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/events\//)
    })
  })

  it('reaches the search, where letters are letters', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(url)
      await page.keyboard.press('/')
      await page.keyboard.type('jet?')
      assert.equal(await page.inputValue('.search-field'), 'jet?')
      assert.equal(await page.locator('dialog').isVisible(), false)
    })
  })

  it('shows what it can do, and can be switched off for good', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(url)
      await page.keyboard.press('?')
      assert.equal(await page.locator('dialog').isVisible(), true)
      await page.click('[data-shortcuts]')
      await page.keyboard.press('Escape')
      await page.goto(url + STORY)
      await page.keyboard.press('j')
      assert.equal(await focusedLine(page), 'none')
    })
  })

  it('leaves the browser its own shortcuts', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(url + STORY)
      await page.keyboard.press('Control+j')
      assert.equal(await focusedLine(page), 'none')
    })
  })
})

describe('times', () => {
  it('are in UTC, or as on the clock of the reader, who is remembered', async () => {
    await browsing({ timezoneId: 'Asia/Tokyo' }, async (page, url) => {
      await page.goto(url + STORY)
      const time = page.locator('.byline time')
      assert.equal(await time.textContent(), '21 Nov 2026, 10:38:34.000 UTC')
      await page.keyboard.press('t')
      assert.match(String(await time.textContent()), /^21 Nov 2026,? 19:38:34\.000 GMT\+9$/)
      await page.goto(`${url}/?object=workout_42&limit=1`)
      assert.equal(await page.textContent('[data-time-zone]'), 'Local time')
      assert.equal(await page.textContent('.event-error .event-time time'), '19:38:34')
      await page.click('[data-time-zone]')
      assert.equal(await page.textContent('.event-error .event-time time'), '10:38:34')
    })
  })

  it('of another day than the one they stand under say so', async () => {
    await browsing({ timezoneId: 'Pacific/Kiritimati' }, async (page, url) => {
      await page.goto(`${url}/?object=workout_42&limit=1`)
      await page.keyboard.press('t')
      const time = await page.textContent('.event-time time')
      assert.match(String(time), /^22 Nov,? 00:38$/)
    })
  })
})

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { eventOf, lineOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW } from '../serve.ts'
import { ask, browsing, STORY } from './browsing.ts'

const { failed } = sample(NOW)
const DESKTOP = { viewport: { width: 1280, height: 800 } }

async function shownLines(page: Page): Promise<string> {
  return await ask(
    page,
    `[...document.querySelectorAll('.line')].filter((line) => line.checkVisibility()).length`,
  )
}

async function focusedLine(page: Page): Promise<string> {
  return await ask(page, `document.activeElement.closest('[data-row]')?.id ?? 'none'`)
}

describe('folding a story', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`hides a block and says what is hidden, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      await browsing({ ...DESKTOP, javaScriptEnabled }, async (page, url) => {
        await page.goto(url + STORY)
        const fold = page.locator('#L14 + .fold')
        const arrow = fold.locator('> summary')
        assert.equal(await page.locator('#L15').isVisible(), true)
        await arrow.click()
        assert.equal(await page.locator('#L15').isVisible(), false)
        assert.equal(await arrow.locator('.hides').textContent(), '7 lines, 2 warnings')
        assert.equal(await arrow.locator('.hides').isVisible(), true)
        await arrow.click({ position: { x: 44, y: 4 }, force: true })
        assert.equal(await page.locator('#L15').isVisible(), true)
      })
    })
  }

  it('folds and unfolds all, to a depth, and where the reader is', async () => {
    await browsing(DESKTOP, async (page, url) => {
      await page.goto(`${url}${STORY}#L16`)
      await page.keyboard.press('[')
      assert.equal(await shownLines(page), '1')
      assert.equal(await focusedLine(page), 'L1')
      await page.keyboard.press('f')
      assert.equal(await shownLines(page), String(failed.lines.filter((l) => l.depth < 2).length))
      await page.keyboard.press(']')
      assert.equal(await shownLines(page), '55')
      await page.click('.depths a:text-is("3")')
      assert.equal(await shownLines(page), String(failed.lines.filter((l) => l.depth < 3).length))
      assert.match(page.url(), /\?depth=3/)
      await page.reload()
      assert.equal(await shownLines(page), String(failed.lines.filter((l) => l.depth < 3).length))
    })
  })

  it('does not keep a key from a warning that is folded away', async () => {
    await browsing(DESKTOP, async (page, url) => {
      await page.goto(`${url}${STORY}?depth=1`)
      await page.keyboard.press('e')
      assert.equal(await focusedLine(page), 'L16')
      assert.equal(await page.locator('#L16').isVisible(), true)
      await page.keyboard.press('j')
      assert.equal(await focusedLine(page), 'L22')
    })
  })

  it('does not keep a link from its line', async () => {
    await browsing({ ...DESKTOP, javaScriptEnabled: false }, async (page, url) => {
      await page.goto(`${url}${STORY}?depth=1#L30`)
      assert.equal(await page.locator('#L30').isVisible(), true)
    })
  })
})

describe('a story', () => {
  it('is gone through by its slowdowns', async () => {
    await browsing(DESKTOP, async (page, url) => {
      await page.goto(url + STORY)
      await page.keyboard.press('s')
      assert.equal(await focusedLine(page), 'L55')
      await page.keyboard.press('g')
      await page.click('[data-story-key=s]')
      assert.equal(await focusedLine(page), 'L55')
    })
  })

  it('is copied whole, as its text, however it is folded', async () => {
    await browsing(
      { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] },
      async (page, url) => {
        await page.goto(`${url}${STORY}?depth=1`)
        await page.click('text=Copy as text')
        await page.waitForSelector('text=Copied')
        assert.equal(await ask(page, 'navigator.clipboard.readText()'), failed.text)
      },
    )
  })

  it('is shown on the minimap, which leads to its lines', async () => {
    for (const width of [1280, 375]) {
      const options = { viewport: { width, height: 800 }, javaScriptEnabled: false }
      await browsing(options, async (page, url) => {
        await page.goto(url + STORY)
        const ticks = page.locator('.minimap [class^=map-][y]:not(.map-block):not(.map-window)')
        assert.equal(await ticks.count(), 4)
        await page.locator('.map-error').scrollIntoViewIfNeeded()
        await page.locator('.map-error').click()
        assert.match(page.url(), /#L55$/)
      })
    }
  })

  it('keeps the line that holds a block in view with its arrow', async () => {
    await browsing({ viewport: { width: 1280, height: 600 } }, async (page, url) => {
      await page.goto(`${url}${STORY}#L13`)
      const places = await ask(
        page,
        `(() => {
          document.querySelector('#L13').scrollIntoView({ block: 'center' })
          const line = document.querySelector('#L9')
          const arrow = line.nextElementSibling.querySelector('summary')
          scrollBy(0, line.getBoundingClientRect().top + 60)
          return [line, arrow].map((each) => Math.round(each.getBoundingClientRect().top))
        })()`,
      )
      assert.equal(places, '0,0')
    })
  })
  it('shows nothing between the lines that stay in view', async () => {
    const depths = [0, 1, 2, ...Array.from({ length: 60 }, () => 3)]
    const deep = eventOf({ lines: depths.map((depth) => lineOf({ text: 'Deep down', depth })) })
    const viewer = { reader: new MemoryReader([deep]) }
    const use = async (page: Page, url: string): Promise<void> => {
      await page.goto(`${url}/events/${deep.object}/${deep.timestamp}`)
      const places = await ask(
        page,
        `(() => {
          document.querySelector('#L40').scrollIntoView({ block: 'center' })
          return ['#L1', '#L2', '#L3'].map((line) => {
            const { top, bottom } = document.querySelector(line).getBoundingClientRect()
            return top + ' to ' + bottom
          })
        })()`,
      )
      assert.equal(places, '0 to 33,33 to 66,66 to 99')
    }
    await browsing(DESKTOP, use, viewer)
  })
})

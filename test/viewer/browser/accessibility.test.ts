import assert from 'node:assert/strict'
import { ask, browsing, PAGES } from './browsing.ts'
import { violations } from './violations.ts'

describe('every page is accessible', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 375]) {
      it(`${colorScheme}, ${width} px wide`, async () => {
        const viewport = { width, height: 800 }
        const pages = Object.entries(PAGES)
        const look = async (half: typeof pages): Promise<void> => {
          await browsing({ colorScheme, viewport }, async (page, url) => {
            for (const [name, path] of half) {
              await page.goto(url + path)
              assert.equal(await violations(page), '', `${name} at ${path}`)
            }
          })
        }
        const middle = pages.length / 2
        await Promise.all([look(pages.slice(0, middle)), look(pages.slice(middle))])
      })
    }
  }

  it('with the filters, the data and the help opened', async () => {
    await browsing({ viewport: { width: 375, height: 800 } }, async (page, url) => {
      for (const path of ['/', '/overview', PAGES['unwieldy story'] ?? '']) {
        await page.goto(url + path)
        await ask(
          page,
          `document.querySelectorAll('details').forEach((each) => { each.open = true })`,
        )
        assert.equal(await violations(page), '')
      }
      await page.click('[data-help]')
      assert.equal(await violations(page), '')
    })
  })
})

describe('every page', () => {
  it('has one heading of the first rank and its landmarks', async () => {
    await browsing({}, async (page, url) => {
      for (const path of Object.values(PAGES)) {
        await page.goto(url + path)
        for (const one of ['h1', 'main', 'body > header', 'body > footer', 'a.skip']) {
          assert.equal(await page.locator(one).count(), 1, `${one} at ${path}`)
        }
      }
    })
  })

  it('lets the keyboard skip to the content', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(url)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      assert.equal(await ask(page, 'document.activeElement.id'), 'content')
    })
  })
})

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ask, browsing, PAGES } from './browsing.ts'

const MOST_STOPS = 400

/** Goes on by Tab until the focus is on an element; the test fails where it never is. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    if ((await ask(page, `document.activeElement.matches('${selector}')`)) === 'true') return
  }
  assert.fail(`${selector} cannot be reached at ${page.url()}`)
}

async function follow(page: Page, selector: string): Promise<string> {
  await tabTo(page, selector)
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
  const { pathname, search } = new URL(page.url())
  return pathname + search
}

describe('with the keyboard alone', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`from the list to a story, its object and its trace, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      await browsing({ javaScriptEnabled }, async (page, url) => {
        await page.goto(`${url}/?object=workout_42&level=error`)
        assert.match(await follow(page, '.event-title'), /^\/events\/workout_42\//)
        await tabTo(page, '.depths a[href$="depth=2"]')
        await page.keyboard.press('Enter')
        await page.waitForSelector('.depths a[href$="depth=2"][aria-current]')
        assert.match(await follow(page, '.trail a[href^="/objects/"]'), /^\/objects\/workout_42$/)
        await page.goto(url + (PAGES['trace of a purchase'] ?? ''))
        assert.match(await follow(page, '.choices a:not([aria-current])'), /lines=no/)
        assert.match(await follow(page, '.call .event-title'), /^\/events\//)
      })
    })

    it(`through the sections, a search and a facet, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      await browsing({ javaScriptEnabled }, async (page, url) => {
        await page.goto(url)
        assert.equal(await follow(page, '.site a[href="/overview"]'), '/overview')
        assert.equal(await follow(page, '.choices a:not([aria-current])'), '/overview?range=7d')
        assert.match(await follow(page, '.figure a'), /^\/\?/)
        assert.equal(await follow(page, '.site a[href="/cost"]'), '/cost')
        assert.equal(await follow(page, '.site a[href="/"]'), '/')
        await tabTo(page, '.search-field')
        await page.keyboard.type('starting')
        await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
        assert.match(await follow(page, '.facet'), /^\/\?q=starting/)
      })
    })
  }

  it('no page keeps the focus, or hides where it is', async () => {
    await browsing({ viewport: { width: 375, height: 800 } }, async (page, url) => {
      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(url + path)
        const seen = new Set<string>()
        for (let stop = 0; stop < 25; stop += 1) {
          await page.keyboard.press('Tab')
          const where = await ask(
            page,
            `(({ activeElement: on }) => on === document.body ? 'body' : [
              [...document.querySelectorAll('*')].indexOf(on),
              on.matches(':focus-visible'),
              on.checkVisibility(),
            ].join())(document)`,
          )
          if (where === 'body') break
          assert.match(where, /true,true$/, `${name}: ${where}`)
          assert.ok(!seen.has(where), `${name} keeps the focus at ${where}`)
          seen.add(where)
        }
        assert.ok(seen.size > 3, name)
      }
    })
  })
})

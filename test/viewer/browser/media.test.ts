import assert from 'node:assert/strict'
import { ask, browsing, PAGES, STORY } from './browsing.ts'

const DESKTOP = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 375, height: 780 } }

describe('in forced colours', () => {
  it('the arrows and the guides of a story are there to be seen', async () => {
    await browsing({ ...DESKTOP, forcedColors: 'active' }, async (page, url) => {
      await page.goto(url + STORY)
      const paper = await ask(page, 'getComputedStyle(document.body).backgroundColor')
      for (const drawn of [`'.fold > summary'), '::after'`, `'.block'), '::before'`]) {
        const colour = `getComputedStyle(document.querySelector(${drawn}).backgroundColor`
        assert.notEqual(await ask(page, colour), paper, drawn)
      }
    })
  })

  it('what is chosen differs from what is not', async () => {
    await browsing({ ...DESKTOP, forcedColors: 'active' }, async (page, url) => {
      await page.goto(`${url}/?range=24h`)
      for (const [links, property] of [
        ['.choices a', 'backgroundColor'],
        ['.sections a', 'borderBottomColor'],
        ['.site a', 'borderBottomColor'],
      ] as const) {
        const style = (which: string): string =>
          `getComputedStyle(document.querySelector('${links}${which}')).${property}`
        assert.notEqual(
          await ask(page, style('[aria-current]')),
          await ask(page, style(':not([aria-current])')),
          links,
        )
      }
    })
  })
})

describe('printed', () => {
  it('a page of a dark screen is dark on white', async () => {
    await browsing({ viewport: { width: 794, height: 1120 } }, async (page, url) => {
      for (const path of ['/?q=hamstrings&in=stories', '/cost']) {
        await page.goto(url + path)
        const colours = async (colorScheme: 'light' | 'dark'): Promise<string> => {
          await page.emulateMedia({ media: 'print', colorScheme })
          return await ask(
            page,
            `[...document.querySelectorAll('main *')].map((each) => {
              const { color, backgroundColor, fill } = getComputedStyle(each)
              return [color, backgroundColor, fill]
            }).join(' ')`,
          )
        }
        assert.equal(await colours('dark'), await colours('light'), path)
      }
    })
  })

  it('a story has its sources beside nothing that they cover, and no way to click', async () => {
    await browsing({ viewport: { width: 794, height: 1120 } }, async (page, url) => {
      await page.goto(url + STORY)
      await page.emulateMedia({ media: 'print' })
      const covered = await ask(
        page,
        `[...document.querySelectorAll('.source')].filter((source) => {
          const own = source.getBoundingClientRect()
          return [...source.closest('.line').querySelectorAll('.text, .gap, .took, .elapsed')]
            .flatMap((other) => [...other.getClientRects()])
            .some((other) => other.right > own.left && other.left < own.right
              && other.bottom > own.top + 2 && other.top < own.bottom - 2)
        }).length`,
      )
      assert.equal(covered, '0')
      for (const control of ['.site', '.story-tools', '.neighbours', '.elsewhere', '.story-foot']) {
        assert.equal(await page.locator(control).isVisible(), false, control)
      }
      assert.equal(await page.locator('.troubles').first().isVisible(), true)
    })
  })

  it('a story is dark on light whatever the scheme, and nothing of it is cut', async () => {
    const paper = { viewport: { width: 794, height: 1120 }, colorScheme: 'dark' } as const
    await browsing(paper, async (page, url) => {
      await page.goto(url + PAGES['unwieldy story'])
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      const dark = await ask(
        page,
        `[...document.querySelectorAll('.stack, .chip')]
          .filter((each) => Number(/\\d+/.exec(getComputedStyle(each).backgroundColor)[0]) < 128).length`,
      )
      assert.equal(dark, '0')
      const cut = await ask(
        page,
        `[...document.querySelectorAll('.stack, .data > summary code')]
          .filter((each) => each.scrollWidth > each.clientWidth + 1).length`,
      )
      assert.equal(cut, '0')
    })
  })

  it('a list is its events, without what narrows it', async () => {
    await browsing(DESKTOP, async (page, url) => {
      await page.goto(url)
      await page.emulateMedia({ media: 'print' })
      for (const control of ['.search', '.filters', '.facets', '.follow', '.sections']) {
        assert.equal(await page.locator(control).isVisible(), false, control)
      }
      assert.equal(await page.locator('.event').first().isVisible(), true)
    })
  })
})

describe('on a phone', () => {
  it('each level and each time to choose is in view, without pushing', async () => {
    await browsing(PHONE, async (page, url) => {
      for (const path of ['/', '/?level=error&range=7d', '/objects/workout_42']) {
        await page.goto(url + path)
        const outside = await ask(
          page,
          `[...document.querySelectorAll('.filters .choices a, .more summary')].filter((each) => {
            const { left, right, top, bottom } = each.getBoundingClientRect()
            return document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.closest('a, summary') !== each
          }).map((each) => each.textContent).join()`,
        )
        assert.equal(outside, '', path)
      }
    })
  })
})

describe('the services of a trace', () => {
  for (const viewport of [DESKTOP.viewport, PHONE.viewport]) {
    it(`have their names beside their lanes, ${viewport.width} px wide`, async () => {
      await browsing({ viewport }, async (page, url) => {
        await page.goto(`${url}/traces/0af7651916cd43dd8448eb211c80319c`)
        const names = await page.locator('.lane-name').allTextContents()
        assert.deepEqual(names, ['purchasing', 'inventory', 'ordering', 'mail'])
        const past = `[...document.querySelectorAll('.lane-name')].filter((name) =>
          name.scrollWidth > name.clientWidth
          || name.getBoundingClientRect().right > document.querySelector('.lane-bars').getBoundingClientRect().left).length`
        assert.equal(await ask(page, past), '0')
      })
    })
  }
})

import assert from 'node:assert/strict'
import { ask, browsing, PAGES, STORY } from './browsing.ts'

describe('every page fits its window', () => {
  for (const width of [320, 375, 700, 900, 1280, 2560]) {
    it(`of ${width} px`, async () => {
      await browsing({ viewport: { width, height: 800 } }, async (page, url) => {
        for (const [name, path] of Object.entries(PAGES)) {
          await page.goto(url + path)
          const overflow = await ask(
            page,
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          )
          assert.equal(overflow, '0', `${name} at ${path}`)
        }
      })
    })
  }
})

describe('on a phone', () => {
  it('what is touched is at least 24 px high', async () => {
    await browsing({ viewport: { width: 375, height: 800 } }, async (page, url) => {
      for (const path of ['/', '/overview', STORY, '/objects/workout_42']) {
        await page.goto(url + path)
        const small = await ask(
          page,
          `[...document.querySelectorAll('a:not(.skip, svg a), button, summary, select, input')]
            .filter((each) => each.checkVisibility() && each.getClientRects()[0]?.height < 24)
            .filter((each) => !each.matches('p a, .sentence a, .event-title, input[type=checkbox], .minimap a'))
            .map((each) => each.outerHTML.slice(0, 90)).join('\\n')`,
        )
        assert.equal(small, '', path)
      }
    })
  })
})

describe('a story', () => {
  it('is copied as indented text, without numbers and times', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(url + STORY)
      await page.waitForSelector('#L12')
      const copied = await ask(
        page,
        `(() => {
          const range = document.createRange()
          range.setStartBefore(document.querySelector('#L1'))
          range.setEndAfter(document.querySelector('#L3'))
          getSelection().addRange(range)
          return getSelection().toString()
        })()`,
      )
      const rows = copied.split('\n').flatMap((row) => row.trimEnd() || [])
      assert.deepEqual(
        rows.filter((row) => !row.includes('{')),
        [
          'Starting workout generation for Ada Lovelace',
          '  Loading the profile of Ada Lovelace',
          '    Training for hypertrophy, week 3 of 4',
        ],
      )
    })
  })

  it('marks the line that its address names', async () => {
    await browsing({ viewport: { width: 1280, height: 800 } }, async (page, url) => {
      await page.goto(`${url}${STORY}#L30`)
      const isInView = await ask(
        page,
        `(({ top, bottom }) => top >= 66 && bottom <= innerHeight)(document.querySelector(':target').getBoundingClientRect())`,
      )
      assert.equal(isInView, 'true')
    })
  })
})

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

describe('the list of events', () => {
  for (const [width, height] of [
    [1280, 800],
    [375, 780],
  ] as const) {
    it(`begins on the first screen of ${width} by ${height} px, below all that narrows it`, async () => {
      await browsing({ viewport: { width, height } }, async (page, url) => {
        for (const path of ['/', '/?range=24h&level=info', '/?q=starting']) {
          await page.goto(url + path)
          const top = 'document.querySelector(".event").getBoundingClientRect().top'
          assert.ok(Number(await ask(page, top)) < height, `${path}: ${await ask(page, top)}`)
        }
      })
    })
  }
})

describe('what the events are like', () => {
  it('stands on one line, with a mark or without', async () => {
    await browsing({ viewport: { width: 1280, height: 800 } }, async (page, url) => {
      await page.goto(url)
      const askew = await ask(
        page,
        `(() => {
          const tops = [...document.querySelectorAll('.facet, .facet-name')]
            .map((each) => each.getClientRects()[0])
            .map(({ top, bottom }) => (top + bottom) / 2)
          return tops.flatMap((a) => tops.filter((b) => Math.abs(a - b) > 1 && Math.abs(a - b) < 8)).length
        })()`,
      )
      assert.equal(askew, '0')
    })
  })
})

describe('the prefix that is chosen', () => {
  it('is in view among many on a phone', async () => {
    await browsing({ viewport: { width: 320, height: 780 } }, async (page, url) => {
      await page.goto(`${url}/?prefix=workout`)
      const [left = 0, right = 0] = (
        await ask(
          page,
          `(({ left, right }) => [left, right].join(' '))(
            document.querySelector('.sections [aria-current]').getBoundingClientRect())`,
        )
      )
        .split(' ')
        .map(Number)
      assert.ok(left >= 0 && right <= 320, `${left} to ${right}`)
    })
  })
})

describe('a folded story', () => {
  it('ends where its lines do, whatever the drawing beside it, and shows all its arrows', async () => {
    await browsing({ viewport: { width: 1280, height: 1600 } }, async (page, url) => {
      await page.goto(`${url}${STORY}?depth=2`)
      const below = await ask(
        page,
        `document.querySelector('.story').getBoundingClientRect().bottom -
          [...document.querySelectorAll('.story li')].at(-1).getBoundingClientRect().bottom`,
      )
      assert.ok(Number(below) < 40, below)
      const hidden = await ask(
        page,
        `[...document.querySelectorAll('.fold:not([open]) > summary')]
          .filter((summary) => summary.checkVisibility())
          .filter((summary) => {
            const { left, top } = summary.closest('li').getBoundingClientRect()
            return document.elementFromPoint(left + 52, top + 16) !== summary
          }).length`,
      )
      assert.equal(hidden, '0')
    })
  })
})

describe('what a fold hides', () => {
  for (const depth of [1, 2]) {
    it(`is said where it would stand, folded to ${depth}`, async () => {
      await browsing({ viewport: { width: 1280, height: 800 } }, async (page, url) => {
        await page.goto(`${url}${STORY}?depth=${depth}`)
        const misplaced = await ask(
          page,
          `[...document.querySelectorAll('.fold:not([open])')].filter((fold) => fold.checkVisibility())
            .filter((fold) => {
              const own = fold.previousElementSibling.querySelector('.text').getClientRects()[0].left
              const { left } = fold.querySelector('.hides').getBoundingClientRect()
              return left < own || left > own + 40
            }).length`,
        )
        assert.equal(misplaced, '0')
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

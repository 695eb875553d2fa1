import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Line } from '../../../engine/event.ts'
import { eventOf, lineOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
import { ask, browsing } from './browsing.ts'

type Told = Partial<Line> & Pick<Line, 'text'>

/** Reads a story of such lines in a window of such a size. */
async function reading(
  lines: readonly Told[],
  [width, height]: readonly [number, number],
  use: (page: Page) => Promise<void>,
  hash = '',
): Promise<void> {
  const story = eventOf({ lines: lines.map((line) => lineOf(line)) })
  const viewer = { reader: new MemoryReader([story]) }
  await browsing(
    { viewport: { width, height } },
    async (page, url) => {
      await page.goto(`${url}/events/${story.object}/${story.timestamp}${hash}`)
      await use(page)
    },
    viewer,
  )
}

const many = (count: number, line: Told): readonly Told[] =>
  Array.from({ length: count }, () => line)

const NESTED: readonly Told[] = [
  { text: 'Handling a request', data: { a: 1 } },
  { text: 'Failing to find a plan', depth: 1, level: 'error' },
  { text: 'Looking for another', depth: 2, level: 'warn', data: { b: [1, 2, { c: 3 }] } },
  ...many(60, { text: 'Looking at a candidate with many words in its long name', depth: 3 }),
]

async function hideCovered(page: Page): Promise<void> {
  await ask(
    page,
    `document.querySelectorAll('.line:not(.line-sticky), .line:has([open]) ~ .fold > :not(summary) :is(.line, summary)').forEach((line) => { line.style.visibility = 'hidden' })`,
  )
}

describe('the lines that stay in view', () => {
  const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    'at rest': async () => undefined,
    'with the pointer over them': async (page) => page.hover('#L2 .text'),
    'with the focus': async (page) => {
      await page.keyboard.press('Tab')
      await ask(page, `document.querySelector('#L1 .number').focus({ preventScroll: true })`)
    },
    'with data unfolded': async (page) => page.click('#L1 .data summary'),
  }
  for (const [state, bring] of Object.entries(states)) {
    it(`let nothing through of what they cover, ${state}`, async () => {
      await reading(NESTED, [1280, 800], async (page) => {
        await ask(page, `document.querySelector('#L40').scrollIntoView({ block: 'center' })`)
        await bring(page)
        const bottom = await ask(
          page,
          `Math.max(...[...document.querySelectorAll('.line-sticky')].map((line) => line.getBoundingClientRect().bottom))`,
        )
        const clip = { x: 0, y: 0, width: 1280, height: Math.floor(Number(bottom)) }
        const shown = await page.screenshot({ clip })
        await hideCovered(page)
        assert.ok(shown.equals(await page.screenshot({ clip })))
      })
    })
  }

  it('leave half of the window to others, however much data is unfolded', async () => {
    const data = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`key${index}`, index]),
    )
    const lines = [{ text: 'Much', data: [[[data]]] }, ...many(60, { text: 'Inside', depth: 1 })]
    await reading(lines, [1280, 800], async (page) => {
      await ask(page, `document.querySelector('#L40').scrollIntoView({ block: 'center' })`)
      await page.click('#L1 .data summary')
      const { height = Infinity } = (await page.locator('#L1').boundingBox()) ?? {}
      assert.ok(height > 100 && height < 420, String(height))
    })
  })

  const texts = ['a', 'm', 'W', 'M', 'Word ', 'some words ', '漢', '한', '％', '🙂', 'ש'].flatMap(
    (letter) =>
      [9, 20, 25, 38, 50, 79, 80].map((length) => letter.repeat(length).slice(0, length).trimEnd()),
  )
  for (const width of [1216, 1280, 1920]) {
    it(`are one row each, ${width} px wide`, async () => {
      const lines = texts.flatMap((text, block) => [
        { text, level: 'error' as const, elapsed: block * 60_000_000 },
        {
          text,
          depth: 1,
          data: { id: block },
          elapsed: block * 60_000_000 + 3_599_000,
        },
        ...many(11, { text: 'Inside', depth: 2, elapsed: block * 60_000_000 + 7_199_000 }),
      ])
      await reading(lines, [width, 800], async (page) => {
        const heights = await ask(
          page,
          `(() => {
            document.querySelectorAll('.fold').forEach((fold) => { fold.open = true })
            document.querySelectorAll('.part').forEach((part) => { part.style.contentVisibility = 'visible' })
            const sticky = [...document.querySelectorAll('.line-sticky')]
            return [sticky.length > 40, ...sticky.filter((line) => line.getBoundingClientRect().height !== 33).map((line) => line.innerText)]
          })()`,
        )
        assert.equal(heights, 'true')
      })
    })
  }
})

describe('the text of a story', () => {
  for (const width of [375, 768, 1280]) {
    it(`has no guide through it at any depth, ${width} px wide`, async () => {
      const lines = Array.from({ length: 24 }, (_, depth) => ({ text: 'Deeper', depth }))
      await reading(lines, [width, 800], async (page) => {
        const crossed = await ask(
          page,
          `[...document.querySelectorAll('.block')].filter((block) => {
            const guide = getComputedStyle(block, '::before')
            const at = block.getBoundingClientRect().left + parseFloat(guide.left) + 1
            return guide.content !== 'none' &&
              [...block.querySelectorAll('.text')].some((text) => text.getClientRects()[0].left < at + 1)
          }).length`,
        )
        assert.equal(crossed, '0')
        const { width: room = 0 } = (await page.locator('#L20 .said').boundingBox()) ?? {}
        const indent = await ask(
          page,
          `parseFloat(getComputedStyle(document.querySelector('#L20 .said')).paddingLeft)`,
        )
        assert.ok(room - Number(indent) > 50, `${room - Number(indent)} px for text`)
      })
    })
  }

  it('begins on its first row however long its first word, and at its depth in any script', async () => {
    const texts = ['x'.repeat(500), 'Words', 'שלום עולם', 'مرحبا']
    const lines = [{ text: 'First' }, ...texts.map((text) => ({ text, depth: 1 }))]
    await reading(lines, [1280, 800], async (page) => {
      const begins = await ask(
        page,
        `[...document.querySelectorAll('.line')].slice(1).map((line) => {
          const range = document.createRange()
          range.selectNodeContents(line.querySelector('.text').lastChild)
          const { left, top } = range.getClientRects()[0]
          return Math.round(left) + ' ' + (top - line.getBoundingClientRect().top < 12)
        })`,
      )
      assert.equal(begins, ['172 true', '172 true', '172 true', '172 true'].join())
    })
  })

  for (const width of [375, 1280]) {
    it(`is not covered by the source of the line that is linked, ${width} px wide`, async () => {
      const texts = [5, 60, 75, 90, 110, 150].map((length) =>
        'many words '.repeat(15).slice(0, length),
      )
      const lines = texts.map((text) => ({ text, source: 'workout/build-component.ts:44' }))
      await reading(lines, [width, 800], async (page) => {
        for (const number of texts.keys()) {
          const covered = await ask(
            page,
            `(async () => {
              location.hash = '#L${number + 1}'
              await new Promise(requestAnimationFrame)
              const own = document.querySelector(':target .source').getBoundingClientRect()
              return [...document.querySelector(':target .text').getClientRects()].filter(({ left, right, top, bottom }) =>
                right > own.left && left < own.right && bottom > own.top + 8 && top < own.bottom - 8).length
            })()`,
          )
          assert.equal(covered, '0', texts[number])
        }
      })
    })
  }

  it('has its source within its own line where the pointer is', async () => {
    const lines = many(12, { text: 'Sourced', source: 'workout/build-component.ts:44' })
    await reading(lines, [1280, 800], async (page) => {
      await page.hover('#L7 .text')
      const isWithin = await ask(
        page,
        `(() => {
          const line = document.querySelector('#L7')
          const own = line.querySelector('.source').getBoundingClientRect()
          const { top, bottom } = line.getBoundingClientRect()
          return own.top >= top && own.bottom <= bottom
        })()`,
      )
      assert.equal(isWithin, 'true')
      assert.equal(await page.locator('#L7 .source').isVisible(), true)
    })
  })
})

describe('the window on the minimap', () => {
  const lines: readonly Told[] = [
    ...many(40, { text: 'Quick' }),
    { text: 'Many\nrows'.repeat(200) },
    { text: 'Holding' },
    ...many(60, { text: 'Held', depth: 1 }),
  ]
  const windowOf = async (page: Page): Promise<string> =>
    await ask(
      page,
      `(async () => {
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
        const map = document.querySelector('[data-map-window]')
        const [y, height] = ['y', 'height'].map((name) => Number(map.getAttribute(name)) * ${lines.length} / 1000)
        return Math.round(y + 1) + ' to ' + Math.round(y + height)
      })()`,
    )

  it('grows with what is folded, though nothing is scrolled', async () => {
    const folding = [{ text: 'Holding' }, ...many(60, { text: 'Held', depth: 1 }), { text: 'Last' }]
    await reading(folding, [1280, 1000], async (page) => {
      const shown = `document.querySelector('[data-map-window]').getAttribute('height')`
      const later = `(async () => {
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
        return Math.round(${shown})
      })()`
      assert.ok(Number(await ask(page, later)) < 500)
      await ask(page, `document.querySelector('.fold').open = false`)
      assert.equal(await ask(page, later), '1000')
    })
  })

  it('is where the lines in view are, however high others are, scrolled or folded', async () => {
    await reading(lines, [1280, 800], async (page) => {
      await ask(page, `document.querySelector('#L41').scrollIntoView({ block: 'end' })`)
      await ask(page, 'scrollBy(0, -200)')
      assert.equal(await windowOf(page), '41 to 41')
      await ask(page, `document.querySelector('#L20').scrollIntoView({ block: 'start' })`)
      await ask(page, 'scrollTo(0, 0)')
      assert.match(await windowOf(page), /^1 to \d$|^1 to 1\d$/)
      await page.keyboard.press('Shift+G')
      assert.match(await windowOf(page), /^(7|8)\d to 102$/)
      await ask(page, `document.querySelector('.fold').open = false`)
      assert.match(await windowOf(page), /^41 to 102$/)
    })
  })
})

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ask, browsing } from './browsing.ts'

const HOURS = 24
const PLOT = '[data-brush] .chart-plot'

interface Place {
  readonly x: number
  readonly y: number
}

/** The middle of an hour of the overview's chart. */
async function placeOf(page: Page, hour: number): Promise<Place> {
  const box = await page.locator(PLOT).boundingBox()
  assert.ok(box)
  return { x: box.x + ((hour + 0.5) / HOURS) * box.width, y: box.y + 60 }
}

async function drag(page: Page, fromHour: number, toHour: number): Promise<void> {
  const [from, to] = [await placeOf(page, fromHour), await placeOf(page, toHour)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
}

function timeIn(address: string): readonly (string | null)[] {
  const { searchParams } = new URL(address)
  return [searchParams.get('from'), searchParams.get('to')]
}

// The chart begins on 20 November at 11:00.
const EVENING = ['2026-11-20T18:00:00.000Z', '2026-11-20T21:59:59.999Z'] as const

describe('the time of a chart', () => {
  it('is chosen by dragging over it, whole hours, in either direction', async () => {
    for (const [from, to] of [
      [7, 10],
      [10, 7],
    ] as const) {
      await browsing({}, async (page, url) => {
        await page.goto(`${url}/overview`)
        await drag(page, from, to)
        const shown = await page.textContent('.brush-show')
        assert.equal(shown, 'Show 20 Nov, 18:00 to 20 Nov, 22:00 UTC')
        await page.mouse.up()
        await page.waitForURL(/from=/)
        assert.deepEqual(timeIn(page.url()), EVENING)
      })
    }
  })

  it('is offered beside nothing that its button covers', async () => {
    for (const width of [700, 1280]) {
      await browsing({ viewport: { width, height: 800 } }, async (page, url) => {
        await page.goto(url)
        const legend = page.locator('.histogram-legend')
        assert.equal(await legend.isVisible(), true)
        await drag(page, 7, 10)
        assert.equal(await page.locator('.brush-show').isVisible(), true)
        assert.equal(await legend.isVisible(), false)
        await page.keyboard.press('Escape')
        assert.equal(await legend.isVisible(), true)
      })
    }
  })

  it('is chosen by a finger too', async () => {
    const phone = { viewport: { width: 375, height: 800 }, hasTouch: true, isMobile: true }
    await browsing(phone, async (page, url) => {
      await page.goto(`${url}/overview`)
      await page.locator(PLOT).scrollIntoViewIfNeeded()
      const [from, to] = [await placeOf(page, 7), await placeOf(page, 10)]
      const client = await page.context().newCDPSession(page)
      const touch = async (type: 'touchStart' | 'touchMove', { x, y }: Place): Promise<void> => {
        await client.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] })
      }
      await touch('touchStart', from)
      await touch('touchMove', { x: (from.x + to.x) / 2, y: from.y })
      await touch('touchMove', to)
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await page.waitForURL(/from=/)
      assert.deepEqual(timeIn(page.url()), EVENING)
    })
  })

  it('is chosen by the keyboard, which says what it chooses', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(`${url}/overview`)
      const [start, end] = [page.locator('.brush-edge').first(), page.locator('.brush-edge').last()]
      await start.focus()
      for (let hour = 0; hour < 7; hour += 1) await page.keyboard.press('ArrowRight')
      assert.equal(await start.getAttribute('aria-valuetext'), '20 Nov, 18:00 UTC')
      await page.keyboard.press('Tab')
      for (let hour = HOURS; hour > 11; hour -= 1) await page.keyboard.press('ArrowLeft')
      assert.equal(await end.getAttribute('aria-valuetext'), '20 Nov, 22:00 UTC')
      await page.keyboard.press('Enter')
      await page.waitForURL(/from=/)
      assert.deepEqual(timeIn(page.url()), EVENING)
    })
  })

  it('is never empty: the ends do not pass each other', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(`${url}/overview`)
      const [start, end] = [page.locator('.brush-edge').first(), page.locator('.brush-edge').last()]
      await start.focus()
      await page.keyboard.press('End')
      assert.deepEqual([await start.inputValue(), await end.inputValue()], ['23', '24'])
      await end.focus()
      await page.keyboard.press('Home')
      assert.deepEqual([await start.inputValue(), await end.inputValue()], ['23', '24'])
    })
  })

  it('keeps the filters of a list, and is then what the chart shows as chosen', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(`${url}/?level=warn&limit=50&range=24h`)
      await page.locator('.brush-edge').first().focus()
      await page.keyboard.press('ArrowRight')
      await page.click('.brush-show')
      await page.waitForURL(/from=/)
      const { searchParams } = new URL(page.url())
      assert.equal(searchParams.get('level'), 'warn')
      assert.equal(searchParams.get('limit'), '50')
      assert.equal(searchParams.get('range'), null)
      assert.equal(searchParams.get('from'), '2026-11-20T11:00:00.000Z')
      assert.equal(await page.locator('.brush-show').isVisible(), false)
    })
  })

  it('is let go by Escape', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(`${url}/overview`)
      await drag(page, 7, 10)
      await page.keyboard.press('Escape')
      await page.mouse.up()
      assert.equal(await page.locator('.brush-show').isVisible(), false)
      assert.equal(await ask(page, 'location.pathname'), '/overview')
    })
  })

  it('is one hour where its bar is clicked, with a script and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await browsing({ javaScriptEnabled }, async (page, url) => {
        await page.goto(`${url}/overview`)
        const { x, y } = await placeOf(page, 7)
        await page.mouse.click(x, y)
        await page.waitForURL(/from=/)
        assert.deepEqual(timeIn(page.url()), [EVENING[0], '2026-11-20T18:59:59.999Z'])
      })
    }
  })
})

describe('without JavaScript', () => {
  it('the charts are there, and lead on by their table', async () => {
    await browsing({ javaScriptEnabled: false }, async (page, url) => {
      await page.goto(`${url}/overview`)
      assert.equal(await page.locator('.brush').isVisible(), false)
      assert.ok((await page.locator('.chart-plot').count()) === 2)
      await page.click('.chart-table summary')
      await page.locator('.chart-rows tbody a').first().click()
      assert.equal(new URL(page.url()).pathname, '/')
      assert.ok((await page.locator('.event').count()) > 0)
    })
  })
})

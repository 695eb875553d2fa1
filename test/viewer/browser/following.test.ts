import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../browser.ts'
import { until } from '../../until.ts'
import { eventOf } from '../event-of.ts'
import { GrowingReader } from '../growing-reader.ts'
import type { SampleEvent } from '../memory-reader.ts'
import { NOW, servingViewer } from '../serve.ts'
import { ask } from './browsing.ts'

const MINUTE_MS = 60_000

function titled(title: string, ms: number): SampleEvent {
  return eventOf({ title, timestamp: `${ms}.5` })
}

const old = Array.from({ length: 30 }, (_, index) =>
  titled(`Old ${index}`, NOW - (index + 2) * MINUTE_MS),
)

interface Followed {
  readonly page: Page
  readonly reader: GrowingReader
  /** Lets time pass, in the page and on the server, and its looks be answered. */
  readonly pass: (ms: number) => Promise<void>
  readonly come: (title: string, agoMs?: number) => void
  readonly looks: () => number
}

async function following(
  path: string,
  use: (followed: Followed) => Promise<void>,
  events: readonly SampleEvent[] = old,
): Promise<void> {
  const reader = new GrowingReader(events)
  let now = NOW
  await servingViewer(
    reader,
    async ({ url }) => {
      const browser = await openBrowser()
      const context = await browser.newContext({ viewport: { width: 1000, height: 700 } })
      try {
        const page = await context.newPage()
        await page.clock.install({ time: now })
        now += 1_000
        // Before the page is loaded, which may take longer than that.
        await page.clock.pauseAt(now)
        await page.goto(url + path)
        await page.click('[data-follow]')
        await stateIs(page, /^Following/)
        await use({
          page,
          reader,
          pass: async (ms) => {
            now += ms
            await page.clock.runFor(ms)
            // By when this is answered, a look that was made before has reached the server.
            await ask(page, `fetch('/healthz').then(({ status }) => status)`)
          },
          come: (title, agoMs = 0) => {
            reader.events.push(titled(title, now - agoMs))
          },
          looks: () => reader.asked.length - 1,
        })
      } finally {
        await context.close()
      }
    },
    { clock: () => now, onError: () => undefined },
  )
}

async function titles(page: Page, most: number): Promise<readonly string[]> {
  return (await page.locator('.event-title').allTextContents()).slice(0, most)
}

async function firstIs(page: Page, title: string): Promise<void> {
  await until(`${title} at the top`, async () =>
    (await titles(page, 1))[0] === title ? title : undefined,
  )
}

async function stateIs(page: Page, pattern: RegExp): Promise<void> {
  await until(`a state like ${String(pattern)}`, async () => {
    const state = await page.textContent('[data-follow-state]')
    return state !== null && pattern.test(state) ? state : undefined
  })
}

describe('following the list', () => {
  it('puts what comes where it belongs, each event once, and says what it cost', async () => {
    await following('/', async ({ page, pass, come }) => {
      come('First')
      await pass(3_000)
      await firstIs(page, 'First')
      come('Second')
      come('Late', 1_500)
      await pass(3_000)
      await firstIs(page, 'Second')
      assert.deepEqual(await titles(page, 4), ['Second', 'Late', 'First', 'Old 0'])
      await stateIs(
        page,
        /^Following: 3 new events for [\d.]+ read units so far, about [\d.]+ every 2 s\.$/,
      )
      await page.keyboard.press('g')
      assert.equal(await ask(page, `document.activeElement.textContent`), 'Second')
    })
  })

  for (const width of [375, 700, 1000]) {
    it(`shows nothing above its bar or beside it, nor the bar above a day, at ${width} px`, async () => {
      await following('/', async ({ page, pass, come }) => {
        await page.setViewportSize({ width, height: 600 })
        for (const isHeld of [false, true]) {
          if (isHeld) come('Held')
          await ask(page, 'scrollTo(0, 900)')
          await pass(20_000)
          if (isHeld) await page.waitForSelector('[data-follow-held]:not([hidden])')
          const shining = await ask(
            page,
            `(() => {
              const { bottom } = document.querySelector('.follow').getBoundingClientRect()
              const { left, right } = document.querySelector('.events').getBoundingClientRect()
              const under = []
              for (let y = 0; y < bottom; y += 4) for (let x = left; x < right; x += 4) {
                if (document.elementFromPoint(x, y).closest('.follow') === null) under.push(x + ',' + y)
              }
              return under.join(' ')
            })()`,
          )
          assert.equal(shining, '')
          const between = await ask(
            page,
            `(() => {
              const { bottom } = document.querySelector('.follow').getBoundingClientRect()
              const heading = document.querySelector('.day-heading')
              const { top } = heading.getBoundingClientRect()
              const words = heading.querySelector('time').getBoundingClientRect().top
              if (getComputedStyle(heading).position === 'static') return 'none'
              return top > bottom ? 'a gap' : words < bottom ? 'hidden words' : 'none'
            })()`,
          )
          assert.equal(between, 'none')
        }
      })
    })
  }

  it('says what a look costs in few digits', async () => {
    await following('/', async ({ page, pass, come }) => {
      for (let index = 0; index < 16; index += 1) {
        come(`New ${index}`, index)
        await pass(3_000)
        await firstIs(page, `New ${index}`)
        await stateIs(page, /about \d+(\.\d)? every 2 s\.$/)
      }
    })
  })

  it('asks less and less often where nothing comes', async () => {
    await following('/', async ({ page, pass, looks }) => {
      for (const [waitedMs, shown] of [
        [3_000, 5],
        [4_500, 7],
        [6_750, 10],
        [10_125, 15],
      ] as const) {
        const before = looks()
        await pass(waitedMs - 1)
        assert.equal(looks(), before)
        await pass(1)
        await stateIs(page, new RegExp(`every ${shown} s\\.$`))
        assert.equal(looks(), before + 1)
      }
    })
  })

  it('makes one request at a time', async () => {
    await following('/', async ({ page, reader, pass, looks }) => {
      let open = (): void => undefined
      reader.gate = new Promise((resolve) => {
        open = () => resolve()
      })
      await page.clock.runFor(3_000)
      await page.clock.runFor(60_000)
      await ask(page, `document.dispatchEvent(new Event('visibilitychange'))`)
      open()
      await pass(0)
      assert.equal(reader.mostAtOnce, 1)
      assert.equal(looks(), 2)
    })
  })

  it('stops when it is paused, and goes on with what came meanwhile', async () => {
    await following('/', async ({ page, pass, come, looks }) => {
      await page.click('[data-follow]')
      const before = looks()
      come('Meanwhile')
      await pass(10 * MINUTE_MS)
      assert.equal(looks(), before)
      await stateIs(page, /^Paused: 0 new events for \d/)
      await page.click('[data-follow]')
      await firstIs(page, 'Meanwhile')
    })
  })

  it('does not ask while the page is hidden, and asks at once when it is seen again', async () => {
    await following('/', async ({ page, pass, come, looks }) => {
      const hide = async (isHidden: boolean): Promise<string> =>
        await ask(
          page,
          `(Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true }), document.dispatchEvent(new Event('visibilitychange')))`,
        )
      await hide(true)
      const before = looks()
      come('Unseen')
      await pass(10 * MINUTE_MS)
      assert.equal(looks(), before)
      await hide(false)
      await firstIs(page, 'Unseen')
    })
  })

  it('holds back what comes while something further down is read', async () => {
    await following('/', async ({ page, pass, come }) => {
      await ask(page, 'scrollTo(0, 900)')
      come('Held')
      await pass(3_000)
      await page.waitForSelector('[data-follow-held]:not([hidden])')
      assert.equal(await page.textContent('[data-follow-held]'), '1 new event: show')
      assert.deepEqual(await titles(page, 1), ['Old 0'])
      await page.click('[data-follow-held]')
      await firstIs(page, 'Held')
      assert.equal(await page.locator('[data-follow-held]').isVisible(), false)
    })
  })

  it('does not move what the keyboard is at', async () => {
    await following('/', async ({ page, pass, come }) => {
      await page.keyboard.press('j')
      come('Held')
      await pass(3_000)
      await page.waitForSelector('[data-follow-held]:not([hidden])')
      assert.deepEqual(await titles(page, 1), ['Old 0'])
    })
  })

  it('pauses where more comes than can be followed', async () => {
    await following('/', async ({ page, pass, come, looks }) => {
      for (let index = 0; index < 201; index += 1) come(`New ${index}`, index)
      await pass(3_000)
      await stateIs(page, /^Too much comes to be followed/)
      const before = looks()
      await pass(10 * MINUTE_MS)
      assert.equal(looks(), before)
    })
  })

  it('keeps the newest 500, and says so', async () => {
    await following('/', async ({ page, pass, come }) => {
      for (let wave = 1; wave <= 4; wave += 1) {
        for (let index = 0; index < 150; index += 1) come(`Wave ${wave} ${index}`, index)
        await pass(MINUTE_MS)
        await firstIs(page, `Wave ${wave} 0`)
      }
      assert.equal(await page.locator('[data-row]').count(), 500)
      assert.match(String(await page.textContent('.paging')), /Only the newest 500 are kept/)
    })
  })

  it('leaves out what is of the next page', async () => {
    const young = [titled('On this page', NOW - 5_000), titled('On the next', NOW - 20_000)]
    await following(
      '/?limit=1',
      async ({ page, pass, come }) => {
        come('New')
        await pass(3_000)
        await firstIs(page, 'New')
        assert.deepEqual(await titles(page, 3), ['New', 'On this page'])
      },
      [...young, ...old],
    )
  })

  it('tries again after a failure', async () => {
    await following('/', async ({ page, pass, reader, come }) => {
      reader.gate = Promise.reject(new Error('gone'))
      reader.gate.catch(() => undefined)
      await pass(3_000)
      await stateIs(page, /^The last look failed/)
      reader.gate = Promise.resolve()
      come('After all')
      await pass(15_000)
      await firstIs(page, 'After all')
    })
  })

  it('starts an empty list', async () => {
    await following('/?q=Never', async ({ page, pass, come }) => {
      assert.equal(await page.locator('[data-empty]').count(), 1)
      come('Never before')
      await pass(3_000)
      await firstIs(page, 'Never before')
      assert.equal(await page.locator('[data-empty]').count(), 0)
    })
  })
})

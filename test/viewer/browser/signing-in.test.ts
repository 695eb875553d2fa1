import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import { OTHER_PASSWORD, PASSWORD, USERS } from '../auth/signing-in.ts'
import { serving } from '../serve.ts'
import { ask, browsing } from './browsing.ts'
import { violations } from './violations.ts'

const WITHOUT_SCRIPT = { javaScriptEnabled: false, viewport: { width: 375, height: 800 } }

async function fillIn(page: Page, name: string, password: string): Promise<void> {
  await page.fill('[name=name]', name)
  await page.fill('[name=password]', password)
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}

describe('signing in, in a browser', () => {
  it('works without JavaScript, goes on to the page that was wanted, and ends', async () => {
    await browsing(
      WITHOUT_SCRIPT,
      async (page, url) => {
        await page.goto(`${url}/objects/workout_42?level=warn`)
        assert.equal(new URL(page.url()).pathname, '/login')
        await fillIn(page, 'ada', 'not the password')
        assert.equal(await page.inputValue('[name=name]'), 'ada')
        assert.equal(await page.inputValue('[name=password]'), '')
        await fillIn(page, 'ada', PASSWORD)
        assert.equal(page.url(), `${url}/objects/workout_42?level=warn`)
        await Promise.all([page.waitForEvent('framenavigated'), page.click('text=Sign out')])
        assert.equal(await page.textContent('[role=status]'), 'You are signed out.')
        await page.goto(url)
        assert.equal(new URL(page.url()).pathname, '/login')
      },
      { auth: USERS },
    )
  })

  it('shows a role its prefix', async () => {
    await browsing(
      WITHOUT_SCRIPT,
      async (page, url) => {
        await page.goto(url)
        await fillIn(page, 'grace', OTHER_PASSWORD)
        const prefixes = await page.locator('[name=prefix] option').allTextContents()
        assert.deepEqual(
          prefixes.map((text) => text.trim()),
          ['All', 'workout'],
        )
      },
      { auth: USERS },
    )
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 375, 320]) {
      it(`is accessible and fits, ${colorScheme}, ${width} px wide`, async () => {
        const check = async (page: Page): Promise<void> => {
          assert.equal(await violations(page), '')
          const overflow = 'document.documentElement.scrollWidth - innerWidth'
          assert.equal(await ask(page, overflow), '0')
        }
        await browsing(
          { colorScheme, viewport: { width, height: 800 } },
          async (page, url) => {
            await page.goto(url)
            await check(page)
            assert.equal(await ask(page, 'document.activeElement.name'), 'name')
            await fillIn(page, 'ada', 'not the password')
            await check(page)
            assert.equal(await ask(page, 'document.activeElement.name'), 'password')
            await fillIn(page, 'ada', PASSWORD)
            await page.goto(url)
            await check(page)
          },
          { auth: USERS },
        )
      })
    }
  }

  it('cannot be done, or undone, by a page of another site', async () => {
    await browsing(
      {},
      async (page, url) => {
        await page.goto(url)
        await fillIn(page, 'ada', PASSWORD)
        const forms = ['login', 'logout'].map(
          (action) =>
            `<form id="${action}" method="post" action="${url}/${action}"><input name="name" value="ada"><input name="password" value="${PASSWORD}"><button>Go</button></form>`,
        )
        const evil = createServer((_request, response) => {
          response.setHeader('Content-Type', 'text/html')
          response.end(forms.join(''))
        })
        await serving(
          (request, response) => void evil.emit('request', request, response),
          async ({ port }) => {
            for (const host of ['localhost', '127.0.0.1']) {
              for (const action of ['login', 'logout']) {
                await page.goto(`http://${host}:${port}/`)
                const [answer] = await Promise.all([
                  page.waitForResponse((response) => response.url() === `${url}/${action}`),
                  page.click(`#${action} button`),
                ])
                assert.equal(answer.status(), 403, `${action} from ${host}`)
              }
            }
          },
        )
        await page.goto(url)
        assert.equal(new URL(page.url()).pathname, '/')
      },
      { auth: USERS },
    )
  })
})

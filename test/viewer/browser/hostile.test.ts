import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../browser.ts'
import { HOSTILE, hostileEvent, hostileEvents, pathsOf } from '../hostile/corpus.ts'
import { servingViewer } from '../serve.ts'
import { ask } from './browsing.ts'

const everything = HOSTILE.flatMap(hostileEvents)

/** Whatever happens on a page that a page of the viewer does not do by itself. */
function watch(page: Page, url: string): readonly string[] {
  const faults: string[] = []
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) faults.push(`request: ${request.url()}`)
  })
  page.on('popup', () => faults.push('popup'))
  return faults
}

/** Elements, attributes and addresses that no page of the viewer has, as the browser has parsed it. */
const FOREIGN = `[...document.querySelectorAll('*')].flatMap((element) => [
  ...(element.matches('iframe, object, embed, base, style, animate, meta[http-equiv], script:not([type=module][src^="/assets/"]), link:not([href^="/assets/"]), img:not([src^="/assets/"])') ? [element.outerHTML] : []),
  ...[...element.attributes].filter(({ name }) => name === 'style' || name.startsWith('on')).map(({ name }) => name),
  ...['href', 'src', 'action'].filter((name) => element.hasAttribute(name) && !/^[/#](?![/\\\\])/.test(element.getAttribute(name))).map((name) => element.getAttribute(name)),
]).join('\\n')`

async function visiting(
  paths: readonly string[],
  check: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  await servingViewer(everything, async ({ url }) => {
    const context = await (await openBrowser()).newContext()
    try {
      const page = await context.newPage()
      const faults = watch(page, url)
      for (const path of paths) {
        await page.goto(url + path)
        await check(page, path)
        assert.deepEqual(faults, [], path)
      }
    } finally {
      await context.close()
    }
  })
}

describe('in a browser, with a table of hostile texts', () => {
  it('nothing runs, leaves or gets into the markup of any page', async () => {
    const ofAll = pathsOf(hostileEvent('needle')).filter((path) => !path.includes('needle_'))
    const ofEach = HOSTILE.flatMap((text) => [
      ...pathsOf(hostileEvent(text)).slice(6, 8),
      `/?${new URLSearchParams({ q: JSON.stringify(text), in: 'stories', limit: '5' }).toString()}`,
    ])
    await visiting([...ofAll, ...ofEach], async (page, path) => {
      assert.equal(await ask(page, FOREIGN), '', path)
    })
  })

  it('a story shows what was logged, and folding, copying and following work', async () => {
    const [text = ''] = HOSTILE
    const [, ...paths] = pathsOf(hostileEvent(text)).filter((path) => path.startsWith('/events/'))
    await visiting(paths, async (page) => {
      assert.equal(await page.locator('h1').textContent(), text)
      for (const key of ['[', ']', 'e', 's', 'c', 't', '?']) await page.keyboard.press(key)
      assert.equal(await page.locator('dialog').isVisible(), true)
    })
    await visiting(['/'], async (page) => {
      const looked = page.waitForResponse((response) => response.url().includes('/newer'))
      await page.click('[data-follow]')
      await (await looked).finished()
      assert.equal(await ask(page, FOREIGN), '')
    })
  })
})

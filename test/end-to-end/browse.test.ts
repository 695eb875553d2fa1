import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { closeBrowser, openBrowser } from '../browser.ts'
import { TemporaryFolder } from '../temporary-folder.ts'
import { StartedStack } from './started-stack.ts'

describe('npm start, in a browser', () => {
  let folder: TemporaryFolder
  let stack: StartedStack
  let page: Page

  before(async () => {
    folder = await TemporaryFolder.create()
    stack = new StartedStack([
      '--data',
      join(folder.path, 'data'),
      '--events',
      '60',
      '--every',
      '100',
    ])
    const url = await stack.url()
    page = await (await openBrowser()).newPage({ baseURL: url })
  })
  after(async () => {
    await page.context().close()
    await closeBrowser()
    await stack[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  })

  it('lists what the demo logged, the last days included', async () => {
    await page.goto('/?limit=1000')
    assert.equal(await page.title(), 'Events · stacktale')
    const days = await page.locator('.day-heading').count()
    assert.ok(days >= 7, `${days} days`)
  })

  it('narrows the list to what went wrong', async () => {
    await page.goto('/')
    await page.getByRole('navigation', { name: 'Level' }).locator('a[href*="level=warn"]').click()
    await page.waitForURL(/level=warn/)
    const events = await page.locator('.event').count()
    assert.ok(events > 0)
    assert.equal(await page.locator('.event-warn, .event-error').count(), events)
  })

  it('shows a story with the indentation that it was logged with', async () => {
    await page.goto('/?level=warn')
    const title = await page.locator('.event-title').first().innerText()
    await page.locator('.event-title').first().click()
    await page.waitForURL(/\/events\//)
    assert.ok(title.endsWith(await page.locator('h1').innerText()))

    const response = await page.request.get(`${page.url()}.txt`)
    const text = await response.text()
    const depths = await page
      .locator('.story .line')
      .evaluateAll((lines) => lines.map((line) => Number(/indent-(\d+)/.exec(line.className)?.[1])))
    assert.ok(Math.max(...depths) >= 1, 'a story is told on several levels')
    const spaces = await page.locator('.story .spaces').allTextContents()
    assert.deepEqual(
      spaces.map(({ length }) => length),
      depths.map((depth) => depth * 2),
    )
    for (const line of await page.locator('.story .text').allTextContents()) {
      assert.ok(text.includes(line.replace(/^(\s*)(Warning|Error): /, '$1')), line)
    }
  })

  it('leads from a story to everything about its object', async () => {
    await page.goto('/')
    const event = page.locator('.event').first()
    const object = await event.locator('.chip').innerText()
    const address = await event.locator('.event-title').getAttribute('href')
    await event.locator('.event-title').click()
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByText(object).click()
    await page.waitForURL(new RegExp(`/objects/${object}$`))
    assert.equal(await page.locator(`.event-title[href="${address}"]`).count(), 1)
  })
})

import assert from 'node:assert/strict'
import { browsing, PAGES } from './browsing.ts'

describe('in a browser', () => {
  it('no page breaks its content security policy or fails to load a part', async () => {
    await browsing({}, async (page, url) => {
      const faults: string[] = []
      page.on('console', (message) => {
        const isAnswer = /server responded with a status of (4|5)\d\d/.test(message.text())
        if (message.type() === 'error' && !isAnswer) faults.push(message.text())
      })
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('requestfailed', (request) => faults.push(request.url()))
      page.on('response', (response) => {
        const isPage = response.request().resourceType() === 'document'
        if (!isPage && !response.ok()) faults.push(`${response.status()} ${response.url()}`)
      })
      for (const path of Object.values(PAGES)) {
        await page.goto(url + path)
        await page.emulateMedia({ media: 'print' })
        await page.emulateMedia({ media: 'screen' })
      }
      assert.deepEqual(faults, [])
    })
  })

  it('a script that got into a page would not run', async () => {
    await browsing({}, async (page, url) => {
      await page.goto(url)
      const ran = await page.evaluate<string>(`new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective))
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.body.append(script)
      })`)
      assert.match(ran, /^script-src/)
    })
  })
})

import assert from 'node:assert/strict'
import { browsing, STORY } from './browsing.ts'

const options = { javaScriptEnabled: false, viewport: { width: 375, height: 800 } }

describe('without JavaScript', () => {
  it('a list leads to a story, and on to its object and back', async () => {
    await browsing(options, async (page, url) => {
      await page.goto(`${url}/?object=workout_42&limit=1`)
      assert.equal(await page.locator('[data-tools]').isVisible(), false)
      await page.click('.event-error .event-title')
      assert.match(page.url(), /\/events\/workout_42\//)
      await page.click('.trail a[href^="/objects/"]')
      assert.equal(new URL(page.url()).pathname, '/objects/workout_42')
      await page.click('.wordmark')
      assert.equal(new URL(page.url()).pathname, '/')
    })
  })

  it('the whole row of a list is a link, save the object in it', async () => {
    await browsing({ ...options, viewport: { width: 1280, height: 800 } }, async (page, url) => {
      const list = `${url}/?object=workout_42&limit=1`
      await page.goto(list)
      await page.locator('.event-error .event-duration').click({ force: true })
      assert.match(page.url(), /\/events\/workout_42\//)
      await page.goto(list)
      await page.locator('.event-error .chip').click()
      assert.match(page.url(), /\/objects\/workout_42$/)
    })
  })

  it('the filters work, and leave a short address', async () => {
    await browsing(options, async (page, url) => {
      await page.goto(url)
      await page.click('.choices a:has-text("Warnings")')
      await page.click('.more summary')
      await page.fill('[name=object]', 'workout_42')
      await page.fill('[name=from]', '2026-11-20T09:00')
      await page.click('.more button')
      const { pathname, search } = new URL(page.url())
      assert.equal(
        pathname + search,
        '/?level=warn&object=workout_42&from=2026-11-20T09%3A00%3A00.000Z',
      )
      assert.equal(await page.inputValue('[name=from]'), '2026-11-20T09:00')
      assert.ok((await page.locator('.event').count()) > 0)
    })
  })

  it('a search goes into the stories, and to the line of a hit', async () => {
    await browsing(options, async (page, url) => {
      await page.goto(`${url}/?level=warn`)
      await page.fill('.search-field', 'hamstrings -zzz')
      await page.click('.search button')
      assert.equal(new URL(page.url()).search, '?level=warn&q=hamstrings+-zzz')
      assert.equal(await page.locator('.event').count(), 0)
      await page.click('text=Search inside')
      assert.equal(new URL(page.url()).searchParams.get('in'), 'stories')
      const link = page.locator('.excerpt-hit .excerpt-number').first()
      const line = await link.textContent()
      await link.click()
      assert.equal(new URL(page.url()).hash, `#L${line}`)
      assert.match(String(await page.textContent(`#L${line}`)), /hamstrings/i)
    })
  })

  it('a list has a link to what is newer, and no button that would do nothing', async () => {
    await browsing(options, async (page, url) => {
      await page.goto(`${url}/?level=warn`)
      await page.click('text=Newer events')
      assert.equal(new URL(page.url()).search, '?level=warn')
      assert.equal(await page.locator('[data-follow]').isVisible(), false)
    })
  })

  it('pages lead on and back', async () => {
    await browsing(options, async (page, url) => {
      await page.goto(`${url}/?limit=25`)
      await page.click('text=Older events')
      assert.equal(await page.locator('.event').count(), 25)
      await page.click('text=Newest events')
      assert.equal(new URL(page.url()).search, '?limit=25')
    })
  })

  it('data opens, and errors are open', async () => {
    await browsing(options, async (page, url) => {
      await page.goto(url + STORY)
      assert.equal(await page.locator('.stack').first().isVisible(), true)
      const full = page.locator('#L1 .data pre')
      assert.equal(await full.isVisible(), false)
      await page.click('#L1 .data summary')
      assert.equal(await full.isVisible(), true)
    })
  })
})

import assert from 'node:assert/strict'
import type { SampleEvent } from '../memory-reader.ts'
import { servingViewer } from '../serve.ts'
import { HOSTILE, hostileEvent, hostileEvents, pathsOf, UNSEEN } from './corpus.ts'

/** Every tag and attribute that a page has with harmless content. */
function skeleton(html: string): readonly string[] {
  return [...html.matchAll(/<\/?[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*>/gi)]
    .map(([tag]) => tag.replaceAll(/="[^"]*"/g, ''))
    .filter((tag) => !tag.startsWith('<bdi') && !tag.startsWith('</bdi'))
}

describe('hostile content', () => {
  for (const text of HOSTILE) {
    it(`stays text in every field: ${JSON.stringify(text)}`, async () => {
      const harmless = hostileEvents('word')
      const hostile = hostileEvents(text)
      const pagesOf = async (
        events: readonly [SampleEvent, ...SampleEvent[]],
      ): Promise<readonly string[]> => {
        const pages: string[] = []
        await servingViewer(events, async ({ get }) => {
          for (const path of pathsOf(events[0])) {
            const { status, body } = await get(path)
            assert.equal(status, 200, path)
            pages.push(body)
          }
        })
        return pages
      }
      const [harmlessPages, hostilePages] = [await pagesOf(harmless), await pagesOf(hostile)]
      for (const [index, page] of hostilePages.entries()) {
        assert.deepEqual(skeleton(page), skeleton(harmlessPages[index] ?? ''))
        assert.doesNotMatch(page, UNSEEN)
        assert.ok(page.isWellFormed())
      }
    })

    it(`stays text in the address: ${JSON.stringify(text)}`, async () => {
      await servingViewer([], async ({ get }) => {
        const value = encodeURIComponent(text.toWellFormed())
        for (const path of [
          `/${value}`,
          `/?${value}=1`,
          `/?level=${value}`,
          `/?prefix=${value}`,
          `/?cursor=${value}`,
          `/?q=${value}`,
          `/?q=level:${value}&in=stories`,
          `/newer?since=${value}`,
          `/overview?range=${value}`,
          `/traces/${value}`,
          `/traces/${value}?lines=${value}`,
          `/events/${value}/${value}?depth=${value}`,
          `/events/${value}/${value}/next`,
          `/objects/${value}`,
          `/events/${value}/${value}`,
        ]) {
          const { status, headers, body } = await get(path)
          assert.ok(status >= 200 && status < 500, `${status} ${path}`)
          assert.equal(headers['set-cookie'], undefined)
          for (const tag of skeleton(body)) assert.doesNotMatch(tag, /autofocus|onerror|<b>/)
          assert.doesNotMatch(
            body,
            /<script(?! type="module" src=)|<img(?! class="logo"| src="\/assets)/,
          )
          assert.doesNotMatch(body, UNSEEN)
        }
      })
    })
  }
})

describe('a hostile story for programs', () => {
  for (const text of HOSTILE) {
    const event = hostileEvent(text)
    const path = `/events/${encodeURIComponent(event.object)}/${event.timestamp}`

    it(`as text acts on no terminal and is no page: ${JSON.stringify(text)}`, async () => {
      await servingViewer([event], async ({ get }) => {
        const { status, headers, body } = await get(`${path}.txt`)
        assert.equal(status, 200)
        assert.equal(headers['content-type'], 'text/plain; charset=utf-8')
        assert.equal(headers['x-content-type-options'], 'nosniff')
        assert.doesNotMatch(body, UNSEEN)
      })
    })

    it(`as NDJSON is exact, a row for each line: ${JSON.stringify(text)}`, async () => {
      await servingViewer([event], async ({ get }) => {
        const { status, headers, body } = await get(`${path}.ndjson`)
        assert.equal(status, 200)
        assert.equal(headers['content-type'], 'application/x-ndjson; charset=utf-8')
        assert.equal(headers['x-content-type-options'], 'nosniff')
        const rows = body.trimEnd().split('\n')
        assert.equal(rows.length, 1 + event.lines.length)
        assert.doesNotMatch(body, UNSEEN)
        assert.equal(JSON.parse(rows[0] ?? '').title, text)
        assert.equal(JSON.parse(rows[1] ?? '').text, text)
      })
    })
  }
})

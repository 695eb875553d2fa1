import assert from 'node:assert/strict'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { CountsPage } from '../../../engine/table/counts-query.ts'
import type { EventPage } from '../../../engine/table/event-page.ts'
import { visibleText } from '../../../viewer/display/visible-text.ts'
import type { SampleEvent } from '../memory-reader.ts'
import { MemoryReader } from '../memory-reader.ts'
import { servingViewer } from '../serve.ts'
import { allPathsOf, HOSTILE, hostileEvent, hostileEvents, searchFor, UNSEEN } from './corpus.ts'

/** What a list has in the place of events. */
const NOTHING_FOUND: readonly string[] = [
  '<section class data-empty>',
  '<img src alt width height>',
  '<h2>',
  '<ul class>',
]

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#34;': '"',
  '&#39;': "'",
}

/** Every tag that a page has, with its attributes, but not what these say. */
function skeleton(html: string): readonly string[] {
  return [...html.matchAll(/<[a-z/!?][^>]*>/gi)]
    .map(([tag]) => tag.replaceAll(/="[^"]*"/g, ''))
    .filter((tag) => !/^<\/?(?:bdi|mark)>$/.test(tag))
    .toSorted()
}

/** What each path answers, with these events. */
async function pagesAt(
  paths: readonly string[],
  events: readonly SampleEvent[],
): Promise<readonly string[]> {
  const pages: string[] = []
  await servingViewer(events, async ({ get }) => {
    for (const path of paths) {
      const { status, body } = await get(path)
      assert.equal(status, 200, path)
      pages.push(body)
    }
  })
  return pages
}

describe('hostile content', () => {
  const harmless = hostileEvents('word')

  for (const text of HOSTILE) {
    it(`stays text in every field: ${JSON.stringify(text)}`, async () => {
      const hostile = hostileEvents(text)
      const harmlessPages = await pagesAt(allPathsOf(harmless[0]), harmless)
      const hostilePages = await pagesAt(allPathsOf(hostile[0]), hostile)
      for (const [index, page] of hostilePages.entries()) {
        const path = allPathsOf(hostile[0])[index]
        assert.deepEqual(skeleton(page), skeleton(harmlessPages[index] ?? ''), path)
        assert.doesNotMatch(page, UNSEEN)
        assert.ok(page.isWellFormed())
      }
    })

    it(`is shown as it is, but for what is not seen: ${JSON.stringify(text)}`, async () => {
      const event = hostileEvent(text)
      const path = `/events/${encodeURIComponent(event.object)}/${event.timestamp}`
      const [page = ''] = await pagesAt([path], [event])
      const [, title = ''] = /<h1 dir="auto">([^<]*)<\/h1>/.exec(page) ?? []
      const shown = text.trim() === '' ? 'Untitled event' : visibleText(text)
      assert.equal(
        title.replaceAll(/&(?:amp|lt|gt|#34|#39);/g, (entity) => CHARACTERS[entity] ?? ''),
        shown,
      )
    })

    it(`stays text where it is searched for and marked: ${JSON.stringify(text)}`, async () => {
      const [found = ''] = await pagesAt([searchFor('word')], harmless)
      assert.match(found, /<mark>word<\/mark>/)
      const [page = ''] = await pagesAt([searchFor(text)], hostileEvents(text))
      const known = new Set([...skeleton(found), ...NOTHING_FOUND])
      assert.deepEqual(
        skeleton(page).filter((tag) => !known.has(tag)),
        [],
      )
      assert.doesNotMatch(page, UNSEEN)
    })

    it(`stays text in the address: ${JSON.stringify(text)}`, async () => {
      await servingViewer([], async ({ get }) => {
        const value = encodeURIComponent(text.toWellFormed())
        for (const path of [
          `/${value}`,
          `/?${value}=1`,
          `/?level=${value}`,
          `/?prefix=${value}`,
          `/?prefix=${value}&object=a_b`,
          `/?cursor=x&q=${value}`,
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

describe('hostile texts of what is around the events', () => {
  class FailingReader extends MemoryReader {
    override readonly table: string
    readonly #fails: 'feed' | 'counts'

    constructor(text: string, fails: 'feed' | 'counts') {
      super([])
      this.table = text
      this.#fails = fails
    }

    override async feed(): Promise<EventPage> {
      if (this.#fails === 'feed') throw new StacktaleError('table-missing', this.table)
      return await super.feed()
    }

    override async counts(): Promise<CountsPage> {
      throw new StacktaleError('table-missing', this.table)
    }
  }

  for (const text of HOSTILE) {
    it(`stay texts as a user's name, a table's and an error: ${JSON.stringify(text)}`, async () => {
      const page = async (said: string, fails: 'feed' | 'counts'): Promise<string> => {
        let body = ''
        await servingViewer(
          new FailingReader(said, fails),
          async ({ get }) => {
            const answer = await get('/')
            assert.equal(answer.status, fails === 'feed' ? 503 : 200)
            body = answer.body
          },
          { auth: () => ({ name: said }) },
        )
        return body
      }
      for (const fails of ['feed', 'counts'] as const) {
        const hostile = await page(text, fails)
        assert.deepEqual(skeleton(hostile), skeleton(await page('word', fails)))
        assert.doesNotMatch(hostile, UNSEEN)
      }
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

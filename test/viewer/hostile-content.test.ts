import assert from 'node:assert/strict'
import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import { eventOf, lineOf } from './event-of.ts'
import type { SampleEvent } from './memory-reader.ts'
import { NOW, servingViewer } from './serve.ts'

const UNSEEN = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</title></textarea></details><script>',
  '<%= process.env %><%- include("x") %><% throw 1 %>',
  '{{constructor.constructor("x")()}} ${7*7}',
  'javascript:alert(1)',
  '<!--',
  ']]>',
  '&lt;b&gt; &amp;amp;',
  'NUL \u0000 ESC \u001b[31m BEL \u0007 CSI \u009b',
  'right to left \u202e gnp.exe \u2066',
  'שלום \u200f',
  'half \ud83d of a pair',
  '\r\nSet-Cookie: a=b',
  '\u2028\u2029',
]

function hostileEvent(text: string): SampleEvent {
  const id = text.toWellFormed()
  return eventOf({
    id,
    object: `workout_${id}`,
    prefix: 'workout',
    timestamp: `${NOW - 5000}.5`,
    title: text,
    service: text,
    host: text,
    trace: text,
    lines: [
      lineOf({
        text,
        level: 'error',
        source: text,
        data: { [text]: text },
        error: {
          name: text,
          message: text,
          code: text,
          stack: `at ${text.replaceAll(/\s+/g, ' ')}`,
          data: [text],
          cause: { name: text, message: text, errors: [{ name: text, message: text }] },
        },
      }),
      lineOf({ text: `${text}\n${text}`, level: 'warn', depth: 3 }),
      lineOf({ text: `needle ${text}`, data: { needle: text } }),
    ],
    damage: new StacktaleError('body-damaged', text),
  })
}

/** Every tag and attribute that a page has with harmless content. */
function skeleton(html: string): readonly string[] {
  return [...html.matchAll(/<\/?[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*>/gi)]
    .map(([tag]) => tag.replaceAll(/="[^"]*"/g, ''))
    .filter((tag) => !tag.startsWith('<bdi') && !tag.startsWith('</bdi'))
}

describe('hostile content', () => {
  for (const text of HOSTILE) {
    it(`stays text in every field: ${JSON.stringify(text)}`, async () => {
      const harmless = hostileEvent('word')
      const hostile = hostileEvent(text)
      const pagesOf = async (event: SampleEvent): Promise<readonly string[]> => {
        const pages: string[] = []
        await servingViewer([event], async ({ get }) => {
          const key = encodeURIComponent(event.object)
          for (const path of [
            '/',
            `/?object=${key}`,
            `/objects/${key}`,
            `/events/${key}/${event.timestamp}`,
            '/?q=needle+-zzz&in=stories',
            `/newer?since=${NOW}`,
          ]) {
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

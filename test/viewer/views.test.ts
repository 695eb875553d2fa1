import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const FOLDER = resolve(import.meta.dirname, '../../viewer/views')
const VIEWS: readonly string[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ejs'))
  .toSorted()

/** What a template prints, with what stands before it. */
interface Printed {
  readonly sign: string
  readonly code: string
  readonly before: string
}

function printedIn(view: string): readonly Printed[] {
  const text = readFileSync(resolve(FOLDER, view), 'utf8')
  return [...text.matchAll(/<%([-=])([\s\S]*?)-?%>/g)].map(({ 1: sign, 2: code, index }) => ({
    sign: sign ?? '',
    code: code?.trim() ?? '',
    before: text.slice(0, index),
  }))
}

/** The markup alone, where what a template does is left out. */
function markup(text: string): string {
  return text.replaceAll(/<%[\s\S]*?%>/g, '')
}

describe('the views', () => {
  it('are all looked at', () => {
    assert.ok(VIEWS.length > 30)
    assert.ok(VIEWS.flatMap(printedIn).length > 300)
  })

  for (const view of VIEWS) {
    it(`escape all that they print, save what they include: ${view}`, () => {
      for (const { sign, code } of printedIn(view)) {
        if (sign === '-')
          assert.match(code, /^include\('[a-z/-]+'(?:, \{[^()]*(?:\([^()]*\)[^()]*)*\})?\)$/)
      }
    })

    it(`print into a tag between double quotation marks only: ${view}`, () => {
      for (const { sign, code, before } of printedIn(view)) {
        const written = markup(before)
        const tag = written.slice(written.lastIndexOf('<'))
        const isInTag = /^<[a-z]/i.test(tag) && !/^(?:[^">]|"[^"]*")*>/.test(tag)
        if (!isInTag || sign === '-') continue
        assert.match(tag, /=\s*"[^"]*$/, `${code} in ${tag}`)
      }
    })

    it(`hold no script, no style and no handler: ${view}`, () => {
      const text = markup(readFileSync(resolve(FOLDER, view), 'utf8'))
      assert.doesNotMatch(text, /<style|\sstyle=|\son[a-z]+=|javascript:|srcdoc=|<base|http-equiv/i)
      for (const [script] of text.matchAll(/<script[^>]*>[^<]*/gi)) {
        assert.match(script, /^<script type="module" src="">$/)
      }
    })
  }
})

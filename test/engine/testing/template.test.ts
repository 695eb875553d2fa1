import assert from 'node:assert/strict'
import fc from 'fast-check'
import { StacktaleError } from 'stacktale'
import { storyOf } from 'stacktale/testing'
import type { Placeholders, TemplateRow } from '../../../engine/testing/template.ts'
import { templateRows } from '../../../engine/testing/template.ts'
import { anyLines } from './any-story.ts'

/** What the flag u would not allow. */
const notUnicode = new RegExp(String.raw`\d+\-\d+`)

function rowOf(text: string, placeholders: Placeholders = {}): TemplateRow {
  const [row] = templateRows(`.\n${text}`, placeholders).slice(1)
  assert.ok(row !== undefined)
  return row
}

function refusalOf(text: string, placeholders: Placeholders): string {
  try {
    templateRows(text, placeholders)
  } catch (error) {
    assert.ok(error instanceof StacktaleError)
    assert.equal(error.code, 'option-invalid')
    return error.message
  }
  throw new Error('It was taken.')
}

describe('templateRows', () => {
  it('has a row for each of a story, that stands for it', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const story = storyOf(lines)
        const rows = story === '' ? [] : story.split('\n')
        const template = templateRows(story, {})
        assert.equal(template.length, rows.length)
        for (const [at, row] of rows.entries()) assert.ok(template[at]?.matches(row), row)
      }),
    )
  })

  it('stands for no other row, where nothing in it is special', () => {
    const rows = anyLines
      .map((lines) => storyOf(lines).split('\n'))
      .map((all) => all.filter((row) => row !== '' && !/<any>|…/.test(row)))
    fc.assert(
      fc.property(rows, rows, (some, others) => {
        for (const indented of some) {
          const text = indented.replace(/^ +/, '')
          const row = rowOf(text)
          assert.ok(row.matches(text))
          for (const other of others) assert.equal(row.matches(other), other === text, other)
        }
      }),
    )
  })

  it('takes <any> for some text of the row, but not for none and not for indent', () => {
    const row = rowOf('  Picked <any> of <any>')
    assert.ok(row.matches('  Picked 1 of 2'))
    assert.ok(row.matches('  Picked \u2028 of 😀'))
    assert.ok(!row.matches('  Picked  of 2'))
    assert.ok(!row.matches('  Not   Picked 1 of 2'))
    assert.ok(!row.matches('  Picked 1 of 2'.trimStart()))
    const whole = rowOf('  <any>')
    assert.deepEqual(
      ['Deep', '  Deep', '    Deep', ''].map((told) => whole.matches(told)),
      [false, true, false, false],
    )
  })

  it('takes the name of a pattern for what the pattern matches as a whole', () => {
    const row = rowOf('Picked <id>, <id>', { id: /\d+|none/ })
    assert.ok(row.matches('Picked 12, none'))
    assert.ok(!row.matches('Picked 12, x'))
    assert.ok(!row.matches('Picked <id>, 3'))
    assert.ok(rowOf('<any>', { any: /x/ }).matches('x'))
    assert.ok(!rowOf('<any>', { any: /x/ }).matches('y'))
  })

  it('takes a name without a pattern as it is, whatever objects inherit', () => {
    for (const name of ['<id>', '<constructor>', '<toString>', '<__proto__>', 'idx']) {
      assert.ok(rowOf(name, { d: /x/ }).matches(name))
      assert.ok(!rowOf(name).matches('x'))
    }
  })

  it('reads a pattern as its own flags say', () => {
    assert.ok(rowOf('On <day>', { day: notUnicode }).matches('On 11-21'))
    assert.ok(rowOf('By <name>', { name: /\p{L}+/u }).matches('By Åsa'))
    assert.ok(!rowOf('By <name>', { name: /^.$/ }).matches('By x'))
  })

  it('takes a row of … for any rows as deep or deeper', () => {
    const gap = rowOf('  …')
    assert.ok(gap.isGap)
    assert.deepEqual(
      ['', 'a', ' a', '  a', '     a'].map((told) => gap.matches(told)),
      [true, false, false, true, true],
    )
    assert.ok(!rowOf('  … and so on').isGap)
  })

  it('refuses patterns that mean something else within a row', () => {
    assert.match(refusalOf('a', { id: /a/i }), /"id" is \/a\/i; it may have no flags but s and u/)
    assert.match(refusalOf('a', { id: /(a)\1/ }), /"id" is .*; it may not refer to its groups/)
    assert.match(refusalOf('a', { id: /(?<x>a)\k<x>/ }), /it may not refer to its groups/)
    assert.match(refusalOf('<a> <b>', { a: notUnicode, b: /b/u }), /"<a> <b>" cannot become one/)
    assert.match(refusalOf('<a> <a>', { a: /(?<x>b)/ }), /"<a> <a>" cannot become one/)
    assert.ok(rowOf('<path>', { path: /\\1/ }).matches(String.raw`\1`))
  })
})

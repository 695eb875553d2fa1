import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { LogEvent } from '../../../engine/event.ts'
import { CSV_HEADING, csvRow } from '../../../scripts/cli/export/csv.ts'
import { ACTING, eventOf } from './stories.ts'

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '\uff1d1']

function cells(event: LogEvent): readonly string[] {
  const row = csvRow({ ...event, readUnits: 1 })
  assert.ok(row.endsWith('\r\n'))
  return [...row.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  )
}

describe('a row of CSV', () => {
  it('has a cell for each column', () => {
    const columns = CSV_HEADING.trimEnd().split(',')
    const found = cells(eventOf({ lines: [{ text: 'a "b", c' }, { text: 'd', depth: 1 }] }))
    assert.equal(found.length, columns.length)
    assert.equal(found[columns.indexOf('title')], 'a "b", c')
    assert.equal(found[columns.indexOf('story')], 'a "b", c\n  d')
  })

  for (const formula of FORMULAS) {
    it(`is no formula where a text begins ${JSON.stringify(formula)}`, () => {
      const [, object = '', , , title = ''] = cells(
        eventOf({ object: `${formula}_1`, lines: [{ text: formula }] }),
      )
      assert.match(object, /^'/)
      assert.match(title, /^'/)
    })
  }

  it('has no cell that is a formula where a spreadsheet splits it by semicolons', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', ';', '\n', '\r', '\t', ' ', '"', ',', 'a'),
    })
    fc.assert(
      fc.property(anyText, anyText, (object, text) => {
        const row = csvRow({
          ...eventOf({ object: `${object}_1`, lines: [{ text }, { text, depth: 1 }] }),
          readUnits: 1,
        })
        for (const cell of row.split(/[;\n]/)) assert.doesNotMatch(cell, /^[\s"]*[=+\-@]/)
      }),
      { numRuns: 1000 },
    )
  })

  it('has each text in quotes, and loses nothing of it', () => {
    const text = 'a;=1+1;"-2"\n  @SUM(A1), b; c'
    const [, , , , title, , , , , , story] = cells(eventOf({ lines: [{ text }] }))
    assert.equal(title, `a;'=1+1;'"-2"\n'  @SUM(A1), b; c`)
    assert.equal(story?.replaceAll("'", ''), text)
    assert.match(csvRow({ ...eventOf(), readUnits: 1 }), /^"[^"]*","workout_42","/)
  })

  it('takes no longer for many rows than there are', () => {
    const text = `${'\n'.repeat(300_000)}${';'.repeat(300_000)}${' '.repeat(300_000)}`
    assert.ok(csvRow({ ...eventOf({ lines: [{ text }] }), readUnits: 1 }).length > text.length)
  })

  it('leaves other texts as they are', () => {
    assert.equal(cells(eventOf({ lines: [{ text: 'a = b' }] }))[4], 'a = b')
  })

  it('has nothing that acts on a terminal', () => {
    const row = csvRow({ ...eventOf({ lines: [{ text: '\u001b[2J\u202e\u009b' }] }), readUnits: 1 })
    assert.doesNotMatch(row.slice(0, -2), ACTING)
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DEEPEST_NESTING, parseJson } from '../../../engine/item/parse-json.ts'
import { readPlainStory } from '../../../engine/item/story.ts'

function nested(levels: number, inside = '""'): string {
  return '[{"a":'.repeat(levels / 2) + inside + '}]'.repeat(levels / 2)
}

describe('the JSON of a story', () => {
  it('is read as it is, whatever its texts', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const padded = { value, padding: '[{"\\'.repeat(2 * DEEPEST_NESTING) }
        const json = JSON.stringify(padded)
        assert.deepEqual(parseJson(json), JSON.parse(json))
      }),
    )
  })

  it('is read as deep as it may be nested, and no deeper', () => {
    assert.doesNotThrow(() => parseJson(nested(DEEPEST_NESTING)))
    assert.throws(() => parseJson(nested(DEEPEST_NESTING + 2)), { code: 'body-damaged' })
    const shallow = `[${'[],'.repeat(DEEPEST_NESTING * 2)}"]]\\"[["]`
    assert.doesNotThrow(() => parseJson(shallow))
  })

  it('of 10,000 levels is a damaged story, which no page has to write again', () => {
    const detail = `{"data":[[0,${nested(10_000)}]]}`
    assert.throws(() => readPlainStory({ message: 'Much to tell', detail }), {
      code: 'body-damaged',
      message: /nested more than 500 deep/,
    })
  })

  it('that is cut is damaged', () => {
    assert.throws(() => parseJson('{"a":"b'), { code: 'body-damaged' })
    assert.throws(() => parseJson(`["${'a'.repeat(2 * DEEPEST_NESTING)}`), { code: 'body-damaged' })
  })
})

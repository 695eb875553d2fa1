import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dataView } from '../../../viewer/display/data-view.ts'
import type { JsonValue } from '../../../engine/event.ts'

describe('dataView', () => {
  it('shows small data whole', () => {
    const { preview, full, isCut } = dataView({ id: 9, tags: ['a', 'b'], ok: true, none: null })
    assert.equal(preview, '{ id: 9, tags: ["a", "b"], ok: true, none: null }')
    assert.equal(isCut, false)
    assert.deepEqual(JSON.parse(full), { id: 9, tags: ['a', 'b'], ok: true, none: null })
  })

  it('cuts what is long', () => {
    const { preview, isCut } = dataView({ text: 'x'.repeat(5000), more: 1 })
    assert.ok(preview.length <= 91 && isCut)
  })

  it('cuts what is deep', () => {
    assert.equal(dataView({ a: { b: { c: { d: 1 } } } }).preview, '{ a: { b: { c: … } } }')
  })

  it('keeps the preview short and the whole whole, whatever the data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const data: JsonValue = JSON.parse(JSON.stringify(value))
        const { preview, full } = dataView(data)
        assert.ok(preview.length <= 91)
        assert.deepEqual(JSON.parse(full), data)
      }),
    )
  })
})

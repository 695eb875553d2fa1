import assert from 'node:assert/strict'
import { eventOf, lineOf } from '../event-of.ts'
import { servingViewer } from '../serve.ts'

const lines = Array.from({ length: 300 }, (_, index) => lineOf({ text: `Line ${index}` }))
const { object, timestamp } = eventOf()

describe('compression', () => {
  for (const encoding of ['gzip', 'br']) {
    it(`is by ${encoding} where the browser takes it`, async () => {
      await servingViewer([eventOf({ lines })], async ({ url, get }) => {
        const path = `/events/${object}/${timestamp}`
        const plain = await get(path)
        const response = await fetch(url + path, { headers: { 'accept-encoding': encoding } })
        assert.equal(response.headers.get('content-encoding'), encoding)
        assert.equal(await response.text(), plain.body)
        assert.equal(plain.headers['content-encoding'], undefined)
        assert.match(plain.headers.vary ?? '', /Accept-Encoding/)
      })
    })
  }
})

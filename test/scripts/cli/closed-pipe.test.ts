import assert from 'node:assert/strict'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { CliProcess } from './run-cli.ts'
import { bigEvent, store } from './stories.ts'

describe('a reader that goes away, as head does,', () => {
  for (const args of [['show', 'big_1', '--text'], ['export'], ['show', 'big_1']]) {
    it(`ends ${args.join(' ')} quietly, with exit code 0`, async () => {
      const place = await tableForTest()
      // No pipe holds as much: the rest is written when nobody reads any more.
      await store(place, [bigEvent({ object: 'big_1' })])
      const cli = new CliProcess(args, { place })
      cli.child.stdout?.once('data', () => cli.child.stdout?.destroy())
      const { code, stderr } = await cli.end()
      assert.equal(stderr, '')
      assert.equal(code, 0)
    })
  }
})

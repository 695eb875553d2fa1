import assert from 'node:assert/strict'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { CliProcess } from './run-cli.ts'
import { eventOf, store } from './stories.ts'

describe('stacktale view', () => {
  it('serves the table in force until Ctrl-C', async () => {
    const place = await tableForTest()
    await store(place, [eventOf({ lines: [{ text: 'A story to be served' }] })])
    const viewer = new CliProcess(['view', '--port', '0'], { place })
    const [url = ''] = await viewer.until(/^http:\/\/127\.0\.0\.1:\d+\//)
    const page = await (await fetch(url)).text()
    assert.match(page, /A story to be served/)
    const { code, stderr } = await viewer.interrupt()
    assert.match(stderr, new RegExp(`^The viewer of the table ${place.table}\\.`))
    assert.equal(code, 130)
    await assert.rejects(fetch(url))
  })

  it('says that a port is taken, and takes the next', async () => {
    const place = await tableForTest()
    const first = new CliProcess(['view', '--port', '0'], { place })
    const [, port = ''] = await first.until(/^http:\/\/127\.0\.0\.1:(\d+)\//)
    const second = new CliProcess(['view', '--port', port], { place })
    await second.until(new RegExp(`Port ${port} is taken, so the viewer is on \\d+`))
    await second.until(/^http:/)
    await Promise.all([first.interrupt(), second.interrupt()])
  })
})

import assert from 'node:assert/strict'
import { TableReader } from '../../engine/table/table-reader.ts'
import { createViewer } from '../../viewer/index.ts'
import { endOf, fixture } from '../engine/delivery/faults/ended-process.ts'
import type { TestTable } from '../engine/table/table-for-test.ts'
import { tableForTest } from '../engine/table/table-for-test.ts'
import type { Served } from './serve.ts'
import { serving } from './serve.ts'
import { note } from '../mocha/note.ts'

const EVENTS = 300
const MOST_READ_UNITS = 5

function listed(body: string): number {
  return body.match(/class="event event-/g)?.length ?? 0
}

function readUnitsOf(body: string): number {
  return Number(/This page cost <strong>([\d.]+) read unit/.exec(body)?.[1])
}

describe('the charts of a table', () => {
  let location: TestTable

  before(async function () {
    this.timeout(180_000)
    location = await tableForTest()
    const args = [fixture('count-events'), 'flush', 'charts', String(EVENTS), '{}']
    const { code, stderr } = await endOf(location, args)
    assert.deepEqual([code, stderr], [0, ''])
  })

  async function viewing(use: (served: Served) => Promise<void>): Promise<void> {
    await serving(createViewer({ auth: false, reader: new TableReader(location) }), use)
  }

  it('show in the overview as many events and errors as their links list', async () => {
    await viewing(async ({ get }) => {
      const { status, body } = await get('/overview')
      assert.equal(status, 200)
      for (const name of ['Events', 'Errors']) {
        const figure = new RegExp(`<dt>${name}</dt>\\n<dd[^>]*><a href="([^"]*)">(\\d+)<`)
        const [, href = '', value] = figure.exec(body) ?? []
        const { body: list } = await get(`${href.replaceAll('&amp;', '&')}&limit=1000`)
        assert.ok(listed(list) > 0)
        assert.equal(String(listed(list)), value, name)
      }
      for (const prefix of ['workout', 'user', 'billing']) {
        assert.match(body, new RegExp(`<th scope="row"><a href="/\\?prefix=${prefix}&`))
      }
    })
  })

  it('take at most 5 read units for a day', async () => {
    await viewing(async ({ get }) => {
      const readUnits = readUnitsOf((await get('/overview')).body)
      note(`${readUnits} read units for the overview of a day`)
      assert.ok(readUnits > 0 && readUnits <= MOST_READ_UNITS)
    })
  })

  it('show above a list each hour with the events that its bar lists', async () => {
    await viewing(async ({ get }) => {
      const { body } = await get('/?prefix=workout&level=warn&limit=1')
      const bars = [
        ...body.matchAll(/<a href="([^"]*)" tabindex="-1"><title>[^<]*: ([1-9]\d*) events?/g),
      ]
      assert.ok(bars.length > 10, String(bars.length))
      for (const [, href = '', value] of bars.slice(-3)) {
        const address = href.replaceAll('&amp;', '&').replace('limit=1&', 'limit=1000&')
        assert.equal(String(listed((await get(address)).body)), value)
      }
    })
  })
})

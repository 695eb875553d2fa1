import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { TemporaryFolder } from '../temporary-folder.ts'
import { until } from '../until.ts'
import { StartedStack } from './started-stack.ts'

const DAY_MS = 86_400_000

describe('npm start', () => {
  let folder: TemporaryFolder

  beforeEach(async () => {
    folder = await TemporaryFolder.create()
  })
  afterEach(async () => {
    await folder[Symbol.asyncDispose]()
  })

  it('prints the address last, and keeps everything from one start to the next', async () => {
    await using first = start('--events', '40')
    const url = await first.url()
    assert.match(first.output, /➜ {2}http:\/\/localhost:\d+\n$/)
    assert.match(first.output, /backlog +40 events of the last 7 days/)
    const before = await eventsUpTo(url, Date.now() - DAY_MS)
    assert.ok(before.length > 10, `${before.length} events before today`)
    const story = await fetchText(`${url}${before[0]}.txt`)

    const newest = await until('a new event', () => eventAfter(url, before))
    assert.equal(await first.interrupt(), 0)
    assert.match(first.output, /Stopped\. \d+ events stored since the start, 0 unsent\.\n$/)

    await using second = start()
    const again = await second.url()
    assert.doesNotMatch(second.output, /backlog/)
    assert.deepEqual(await eventsUpTo(again, Date.now() - DAY_MS), before)
    assert.equal(await fetchText(`${again}${before[0]}.txt`), story)
    assert.notEqual(await fetchText(`${again}${newest}.txt`), '')
    assert.equal(await second.interrupt(), 0)
  })

  it('goes on when the database is killed', async () => {
    await using stack = start('--events', '5', '--every', '100')
    const url = await stack.url()
    process.kill(await stack.databasePid(), 'SIGKILL')
    await stack.waitFor(/had ended, runs again/)
    const before = await eventsUpTo(url, Date.now())
    await until('a new event', () => eventAfter(url, before))
    assert.equal(await stack.interrupt(), 0)
    assert.match(stack.output, / 0 unsent\.\n$/)
  })

  it('moves on from a port that is taken, and says so', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    assert.ok(address !== null && typeof address === 'object')
    try {
      await using stack = new StartedStack(options('--events', '1'), { port: address.port })
      const url = new URL(await stack.url())
      assert.ok(Number(url.port) > address.port)
      assert.match(
        stack.output,
        new RegExp(`port ${address.port} is taken, so it is on ${url.port}`),
      )
      assert.equal((await fetch(url)).status, 200)
      assert.equal(await stack.interrupt(), 0)
    } finally {
      other.close()
    }
  })

  it('leaves data alone that another one uses', async () => {
    await using first = start('--events', '1')
    await first.url()
    await using second = start()
    assert.equal(await second.ended, 1)
    assert.match(second.output, /✖ Another stacktale is already running with this data.*: pid \d+/)
    assert.doesNotMatch(second.output, /^ +at /m)
    assert.equal(await first.interrupt(), 0)
  })

  it('writes the backlog anew where it was stopped in the middle of it', async () => {
    await using first = start('--events', '100000')
    await first.waitFor(/table +stacktale, new/)
    assert.equal(await first.interrupt(), 0)

    await using second = start('--events', '3', '--every', '0')
    const url = await second.url()
    assert.match(second.output, /backlog +3 events/)
    assert.equal((await eventsUpTo(url, Date.now())).length, 3)
    assert.equal(await second.interrupt(), 0)
  })

  it('says what is wrong with an option, and how it should be', async () => {
    await using stack = new StartedStack(['--every', 'often'])
    assert.equal(await stack.ended, 1)
    assert.equal(
      stack.output,
      '\n  ✖ --every must be a whole number from 0 to 86400000; it is "often".\n',
    )
  })

  function start(...args: readonly string[]): StartedStack {
    return new StartedStack(options(...args))
  }

  function options(...args: readonly string[]): readonly string[] {
    return ['--data', join(folder.path, 'data'), ...args]
  }
})

/** The addresses of the events that the viewer lists up to a time, newest first. */
async function eventsUpTo(url: string, time: number): Promise<readonly string[]> {
  const html = await fetchText(`${url}/?limit=1000&to=${new Date(time).toISOString()}`)
  return [...html.matchAll(/class="event-title" href="([^"]+)"/g)].map(
    ([, address]) => address ?? '',
  )
}

async function eventAfter(url: string, before: readonly string[]): Promise<string | undefined> {
  const events = await eventsUpTo(url, Date.now())
  return events.find((address) => !before.includes(address))
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address)
  assert.equal(response.status, 200, address)
  return await response.text()
}

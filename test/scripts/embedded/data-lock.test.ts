import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DataInUseError } from '../../../scripts/embedded/data-in-use-error.ts'
import { DataLock } from '../../../scripts/embedded/data-lock.ts'
import { TemporaryFolder } from '../../temporary-folder.ts'

const A_MINUTE_AGO = Date.now() / 1000 - 60

describe('lock of a data folder', () => {
  it('names the owner, and where it answers, to a second opener', async () => {
    await using folder = await TemporaryFolder.create()
    const path = join(folder.path, 'data')
    const lock = await DataLock.acquire(path)
    await assert.rejects(DataLock.acquire(path), /just starting/)
    await lock.publish('http://127.0.0.1:4567')
    await assert.rejects(DataLock.acquire(path), (error: unknown) => {
      assert.ok(error instanceof DataInUseError)
      assert.match(error.message, new RegExp(`pid ${process.pid}.*http://127.0.0.1:4567`))
      return true
    })
  })

  it('is free again once released', async () => {
    await using folder = await TemporaryFolder.create()
    const path = join(folder.path, 'data')
    await (await DataLock.acquire(path)).release()
    await (await DataLock.acquire(path)).release()
  })

  it('is taken over from a process that is gone', async () => {
    await using folder = await TemporaryFolder.create()
    const path = join(folder.path, 'data')
    const { pid } = spawnSync(process.execPath, ['--version'])
    await writeFile(`${path}.owner`, JSON.stringify({ pid }))
    await DataLock.acquire(path)
    assert.match(await readFile(`${path}.owner`, 'utf8'), new RegExp(`"pid":${process.pid}\\b`))
  })

  it('is not taken over from another process that lives', async () => {
    await using folder = await TemporaryFolder.create()
    const path = join(folder.path, 'data')
    const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
    try {
      await once(other, 'spawn')
      await writeFile(`${path}.owner`, JSON.stringify({ pid: other.pid }))
      await assert.rejects(DataLock.acquire(path), DataInUseError)
    } finally {
      other.kill('SIGKILL')
    }
  })

  it('does not mistake a later process with the same pid for the owner', async function () {
    if (process.platform !== 'linux') return
    await using folder = await TemporaryFolder.create()
    const path = join(folder.path, 'data')
    await writeFile(`${path}.owner`, JSON.stringify({ pid: process.pid, started: '1' }))
    await DataLock.acquire(path)
  })

  for (const damaged of ['', '{"pid":', '[]', '{"pid":"1"}']) {
    it(`is taken over when an old lock says ${damaged === '' ? 'nothing' : damaged}`, async () => {
      await using folder = await TemporaryFolder.create()
      const path = join(folder.path, 'data')
      await writeFile(`${path}.owner`, damaged)
      await utimes(`${path}.owner`, A_MINUTE_AGO, A_MINUTE_AGO)
      await DataLock.acquire(path)
    })
  }

  it('goes to one of many that ask for it at once, where a dead owner left it', async () => {
    await using folder = await TemporaryFolder.create()
    const path = join(folder.path, 'data')
    const { pid } = spawnSync(process.execPath, ['--version'])
    await writeFile(`${path}.owner`, JSON.stringify({ pid }))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => DataLock.acquire(path)),
    )
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  })
})

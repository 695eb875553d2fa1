import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { startEmbeddedDynamo } from '../../../scripts/embedded/embedded-dynamo.ts'
import { TemporaryFolder } from '../../temporary-folder.ts'
import { createNotes, putNote, readNotes } from './dynamo-request.ts'

const OWNER = fileURLToPath(new URL('./owner-process.js', import.meta.url))

describe('embedded DynamoDB whose owner is killed', () => {
  it('ends, and leaves its data to the next owner', async () => {
    await using folder = await TemporaryFolder.create()
    const path = join(folder.path, 'data')
    const owner = spawn(process.execPath, [OWNER, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(createInterface(owner.stdout), 'line')
    const { endpoint } = JSON.parse(String(line))
    await createNotes(endpoint)
    await putNote(endpoint, 'stored before')
    await assert.rejects(
      startEmbeddedDynamo({ path }),
      new RegExp(`pid ${owner.pid}, .*${endpoint}`),
    )

    owner.kill('SIGKILL')
    await once(owner, 'exit')
    const next = await startEmbeddedDynamo({ path })
    try {
      assert.deepEqual(await readNotes(next.endpoint), ['stored before'])
      await assert.rejects(fetch(endpoint))
    } finally {
      await next.stop()
    }
  })

  it('does not end by the signals that a terminal sends to everyone', async () => {
    const database = await startEmbeddedDynamo()
    try {
      const pid = database.pid()
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal)
      await createNotes(database.endpoint)
      assert.equal(database.pid(), pid)
    } finally {
      await database.stop()
    }
  })
})

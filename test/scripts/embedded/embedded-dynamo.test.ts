import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { DatabaseFailedError } from '../../../scripts/embedded/database-failed-error.ts'
import { startEmbeddedDynamo } from '../../../scripts/embedded/embedded-dynamo.ts'
import { TemporaryFolder } from '../../temporary-folder.ts'
import { createNotes, dynamoHeaders, dynamoRequest, putNote, readNotes } from './dynamo-request.ts'

describe('embedded DynamoDB', () => {
  it('keeps its data from one start to the next', async () => {
    await using folder = await TemporaryFolder.create()
    const path = join(folder.path, 'data')
    const first = await startEmbeddedDynamo({ path })
    await createNotes(first.endpoint)
    await putNote(first.endpoint, 'kept')
    await first.stop()

    const second = await startEmbeddedDynamo({ path })
    try {
      assert.deepEqual(await readNotes(second.endpoint), ['kept'])
    } finally {
      await second.stop()
    }
    assert.deepEqual(await readdir(folder.path), ['data'])
  })

  it('keeps nothing without a path', async () => {
    const database = await startEmbeddedDynamo()
    try {
      assert.deepEqual(await dynamoRequest(database.endpoint, 'ListTables', {}), { TableNames: [] })
    } finally {
      await database.stop()
    }
  })

  it('is restarted on its port, with its data, when its process is killed', async () => {
    await using folder = await TemporaryFolder.create()
    const events = new EventEmitter()
    const database = await startEmbeddedDynamo({
      path: folder.path,
      onRestart: (pid) => events.emit('restart', pid),
      onFailure: (error) => events.emit('error', error),
    })
    try {
      await createNotes(database.endpoint)
      await putNote(database.endpoint, 'before')
      const killed = database.pid()
      const restarted = once(events, 'restart')
      process.kill(killed, 'SIGKILL')

      assert.deepEqual(await restarted, [database.pid()])
      assert.notEqual(database.pid(), killed)
      await putNote(database.endpoint, 'after')
      assert.deepEqual(await readNotes(database.endpoint), ['after', 'before'])
    } finally {
      await database.stop()
    }
  })

  it('goes on when a client hangs up in the middle of a request', async () => {
    const restarts: number[] = []
    const database = await startEmbeddedDynamo({ onRestart: (pid) => restarts.push(pid) })
    try {
      await createNotes(database.endpoint)
      const socket = connect(Number(new URL(database.endpoint).port), '127.0.0.1')
      await once(socket, 'connect')
      const headers = { ...dynamoHeaders('PutItem'), host: 'localhost', 'content-length': '1000' }
      const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      socket.write(`POST / HTTP/1.1\r\n${head.join('')}\r\n{"TableName":`)
      await putNote(database.endpoint, 'meanwhile')
      socket.resetAndDestroy()
      await once(socket, 'close')

      await putNote(database.endpoint, 'afterwards')
      assert.deepEqual(await readNotes(database.endpoint), ['afterwards', 'meanwhile'])
      assert.deepEqual(restarts, [])
    } finally {
      await database.stop()
    }
  })

  it('gives up, and says why, when it cannot stay up', async () => {
    const database = await startEmbeddedDynamo()
    try {
      const port = Number(new URL(database.endpoint).port)
      const restarts = { deaths: 1, withinMs: 60_000 }
      await assert.rejects(startEmbeddedDynamo({ port, restarts }), (error: unknown) => {
        assert.ok(error instanceof DatabaseFailedError)
        assert.match(error.message, /EADDRINUSE/)
        return true
      })
    } finally {
      await database.stop()
    }
  })

  it('reports a process that keeps dying', async () => {
    const events = new EventEmitter()
    const database = await startEmbeddedDynamo({
      restarts: { deaths: 0, withinMs: 60_000 },
      onFailure: (error) => events.emit('failure', error),
    })
    const failed = once(events, 'failure')
    process.kill(database.pid(), 'SIGKILL')
    const [error] = await failed
    assert.ok(error instanceof DatabaseFailedError)
    await database.stop()
  })

  it('may be stopped twice, and while it is being restarted', async () => {
    const database = await startEmbeddedDynamo()
    process.kill(database.pid(), 'SIGKILL')
    await database.stop()
    await database.stop()
    await assert.rejects(fetch(database.endpoint))
  })
})

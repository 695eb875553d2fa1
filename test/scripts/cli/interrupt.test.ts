import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { TemporaryFolder } from '../../temporary-folder.ts'
import { portOf } from './port-of.ts'
import { CliProcess } from './run-cli.ts'

describe('Ctrl-C', () => {
  for (const args of [['list'], ['export', '--out', 'FILE'], ['erase', 'user_1', '--yes']]) {
    it(`ends ${args[0] ?? ''} at once and quietly, with exit code 130`, async () => {
      await using folder = await TemporaryFolder.create()
      const file = join(folder.path, 'all.ndjson')
      // It takes every request, and answers none.
      const server = createServer(() => {})
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const endpoint = `http://127.0.0.1:${portOf(server)}`
      const cli = new CliProcess(
        args.map((arg) => (arg === 'FILE' ? file : arg)).concat('--endpoint', endpoint),
        { env: { AWS_REGION: 'us-east-1' } },
      )
      await once(server, 'request')
      const { code, stdout, stderr } = await cli.interrupt()
      server.closeAllConnections()
      server.close()
      assert.equal(code, 130)
      assert.equal(stdout + stderr, '')
      assert.deepEqual(await readdir(folder.path), [])
    })
  }
})

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { TemporaryFolder } from '../../temporary-folder.ts'
import { runNode } from '../run-script.ts'

describe('a browser of a process', () => {
  it('leaves nothing behind where the process ends before it is closed', async () => {
    await using folder = await TemporaryFolder.create()
    const program = join(import.meta.dirname, 'fixtures/end-with-browser.js')
    const { code, stdout, stderr } = await runNode('.', [program], { TMPDIR: folder.path })
    assert.deepEqual([code, stderr], [0, ''])
    assert.match(stdout, /stacktale-browser-/)
    assert.deepEqual(await readdir(folder.path), [])
  })
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { TemporaryFolder } from '../../temporary-folder.ts'
import { CliProcess } from './run-cli.ts'

describe('stacktale demo', () => {
  it('runs the whole product until Ctrl-C', async () => {
    await using folder = await TemporaryFolder.create()
    const args = ['demo', '--data', folder.path, '--events', '2', '--every', '0', '--port', '0']
    const demo = new CliProcess(args)
    const [, url = ''] = await demo.until(/➜ {2}(http:\S+)\n/)
    const page = await (await fetch(url)).text()
    assert.match(page, /workout/)
    const { code, stdout } = await demo.interrupt()
    assert.match(stdout, /Stopped\. \d+ events stored since the start, 0 unsent\.\n$/)
    assert.equal(code, 130)
  })

  it('says what to install where there is no embedded database', async () => {
    await using folder = await TemporaryFolder.create()
    await mkdir(join(folder.path, 'node_modules'))
    for (const path of ['package.json', 'dist', 'node_modules/commander']) {
      await symlink(resolve(path), join(folder.path, path))
    }
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--preserve-symlinks',
        '--preserve-symlinks-main',
        join(folder.path, 'dist', 'scripts', 'cli.js'),
        'demo',
      ],
      { encoding: 'utf8', cwd: folder.path },
    )
    assert.match(
      stderr,
      /^stacktale \[demo-unavailable\]: [^\n]*npx -p stacktale -p dynalite@4 stacktale demo\n$/,
    )
    assert.equal(status, 1)
  })
})

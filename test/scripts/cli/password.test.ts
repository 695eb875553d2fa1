import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPassword, parsePasswordHash } from '../../../viewer/auth/password-hash.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { HASH, PASSWORD } from '../../viewer/auth/signing-in.ts'
import { CliProcess, runCli } from './run-cli.ts'

describe('stacktale password', () => {
  it('turns what is piped in into its hash, and shows it nowhere', async () => {
    const { code, stdout, stderr } = await runCli(['password'], { input: `${PASSWORD}\nmore\n` })
    assert.equal(code, 0)
    const hash = parsePasswordHash(stdout.trimEnd(), 'it')
    assert.equal(await isPassword(PASSWORD, hash), true)
    assert.equal((stdout + stderr).includes(PASSWORD), false)
  })

  for (const input of ['', 'elevenchars\n', `${'x'.repeat(1025)}\n`]) {
    it(`refuses a password of ${input.trim().length} characters`, async () => {
      const { code, stdout, stderr } = await runCli(['password'], { input })
      assert.deepEqual([code, stdout], [2, ''])
      assert.match(stderr, /A password has 12 to 1,?024 characters/)
      assert.equal(input !== '' && stderr.includes(input.trim()), false)
    })
  }

  it('takes no password among its arguments', async () => {
    const { code, stderr } = await runCli(['password', PASSWORD])
    assert.equal(code, 2)
    assert.match(stderr, /too many arguments/)
  })
})

describe('stacktale view with a password', () => {
  it('asks for the one whose hash is in the environment', async () => {
    const place = await tableForTest()
    const env = { STACKTALE_PASSWORD_HASH: `${HASH}\n` }
    const viewer = new CliProcess(['view', '--port', '0'], { place, env })
    const [url = ''] = await viewer.until(/^http:\/\/127\.0\.0\.1:\d+\//)
    assert.equal((await fetch(url)).status, 401)
    await viewer.interrupt()
  })

  it('asks for the one whose hash is in a file, and listens for others then', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stacktale-password-'))
    try {
      const file = join(folder, 'viewer.hash')
      await writeFile(file, `${HASH}\n`)
      const access = [
        '--host',
        '0.0.0.0',
        '--password-file',
        file,
        '--allow-hosts',
        'a.example, localhost',
      ]
      const place = await tableForTest()
      const viewer = new CliProcess(['view', '--port', '0', ...access], { place })
      const [, port = ''] = await viewer.until(/^http:\/\/0\.0\.0\.0:(\d+)\//)
      assert.equal((await fetch(`http://localhost:${port}/`)).status, 401)
      assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 421)
      await viewer.interrupt()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('does not start on contradictions, or without the file', async () => {
    const env = { STACKTALE_PASSWORD_HASH: HASH }
    const both = await runCli(['view', '--unprotected'], { env })
    assert.match(both.stderr, /^stacktale \[usage\]: .*Leave one of them out/)
    const missing = await runCli(['view', '--password-file', '/nowhere/viewer.hash'])
    assert.match(missing.stderr, /^stacktale \[file-unreadable\]: .*viewer\.hash/)
    const plain = await runCli(['view', '--region', 'r'], {
      env: { STACKTALE_PASSWORD_HASH: PASSWORD },
    })
    assert.match(plain.stderr, /^stacktale \[option-invalid\]: .*npx stacktale password/)
    assert.equal(plain.stderr.includes(PASSWORD), false)
  })
})

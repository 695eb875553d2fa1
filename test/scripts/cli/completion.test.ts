import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { runCli } from './run-cli.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const

async function script(shell: string): Promise<string> {
  const { code, stdout, stderr } = await runCli(['completion', shell])
  assert.equal(stderr, '')
  assert.equal(code, 0)
  return stdout
}

/** What bash offers behind the words of a command line, the last of which is being typed. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const call = `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _stacktale; printf '%s\\n' "\${COMPREPLY[@]}"`
  const source = `${await script('bash')}\n${call}`
  const output = execFileSync('bash', ['-c', source, 'bash', 'stacktale', ...words], {
    encoding: 'utf8',
  })
  return output.split('\n').filter((word) => word !== '')
}

describe('stacktale completion', () => {
  for (const shell of SHELLS) {
    it(`names every command and option for ${shell}`, async () => {
      const text = await script(shell)
      for (const word of ['export', 'status', 'completion', 'interval', 'on-demand', 'endpoint']) {
        assert.ok(text.includes(word), word)
      }
    })

    it(`is a script that ${shell} can read`, async () => {
      const text = await script(shell)
      // Where a shell is not installed, bash still tells an open quote or brace in zsh's script.
      const isThere = spawnSync(shell, ['-c', 'true']).status === 0
      if (!isThere && shell === 'fish') return
      const { status, stderr } = spawnSync(isThere ? shell : 'bash', ['-n'], {
        input: text,
        encoding: 'utf8',
      })
      assert.equal(status, 0, stderr)
    })
  }

  it('offers commands, those below them, options and their values', async () => {
    assert.deepEqual(await offered('li'), ['list'])
    assert.ok((await offered('table', 's')).includes('status'))
    assert.deepEqual(await offered('list', '--lev'), ['--level'])
    assert.deepEqual(await offered('list', '--level', 'w'), ['warn'])
    assert.deepEqual(await offered('table', 'create', '--billing', 'on'), ['on-demand'])
    assert.deepEqual(await offered('completion', 'f'), ['fish'])
    assert.deepEqual(await offered('list', '--prefix', ''), [])
  })
})

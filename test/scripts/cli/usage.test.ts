import assert from 'node:assert/strict'
import type { CliResult } from './run-cli.ts'
import { runCli } from './run-cli.ts'
import { ESCAPE } from './stories.ts'

const COMMANDS = [
  'demo',
  'view',
  'list',
  'show',
  'tail',
  'export',
  'import',
  'erase',
  'table create',
  'table status',
  'doctor',
  'password',
  'completion',
]

const WRONG: readonly (readonly [args: string, says: RegExp])[] = [
  ['lst', /unknown command 'lst'\. Did you mean list\? See: stacktale --help/],
  ['table crate', /unknown command 'crate'\. Did you mean create\? See: stacktale table --help/],
  [
    'list --prefx a',
    /unknown option '--prefx'\. Did you mean --prefix\? See: stacktale list --help/,
  ],
  ['list --tabel a', /Did you mean --table\?/],
  ['list --limit', /'--limit <count>' argument missing/],
  ['list extra', /too many arguments/],
  ['list --level loud', /Allowed choices are debug, info, warn, error/],
  ['list --from yesterday', /--from: Expected a time such as/],
  ['list --from 2026-11-21 --to 2026-11-20', /--from: It lies after "to"/],
  ['list --prefix a_b', /--prefix: Expected a prefix/],
  ['list --prefix=', /--prefix is empty/],
  ['list --object a', /--object: Expected an object's whole key/],
  ['list --limit 1001', /--limit must be a whole number from 1 to 1000; it is "1001"/],
  ['list --limit 1e2', /--limit must be a whole number/],
  ['list --cursor nonsense', /cursor-invalid/],
  ['list --table a/b', /--table must be 3 to 255/],
  ['list --endpoint nowhere', /--endpoint must be an address/],
  ['show', /missing required argument 'object'/],
  ['show workout_42 yesterday', /timestamp must be a time such as/],
  ['show workout_42 --text --json', /one of --text and --json/],
  ['tail --interval 0', /--interval must be seconds from 0\.1 to 3600; it is "0"/],
  ['export --format xml', /Allowed choices are ndjson, text, csv/],
  ['export --limit 0', /--limit must be a whole number/],
  ['import', /missing required argument 'file'/],
  ['erase workout', /key-invalid/],
  ['table create --billing free', /Allowed choices are provisioned, on-demand/],
  ['completion tcsh', /Allowed choices are bash, zsh, fish/],
  ['view --port 70000', /--port must be a whole number from 0 to 65535/],
  ['view --host 0.0.0.0 --region r', /viewer-unprotected.*Say who may look/],
  ['view --host 0.0.0.0 --unprotected --region r', /Say with "allowedHosts"/],
  ['view --proxies all', /--proxies must be a whole number from 0 to 10/],
  ['demo --events many', /--events must be a whole number/],
]

function assertUsage({ code, stdout, stderr }: CliResult, says: RegExp): void {
  assert.match(stderr, /^stacktale \[[a-z-]+\]: [^\n]+\n$/, 'not one readable line')
  assert.match(stderr, says)
  assert.equal(stdout, '')
  assert.equal(code, 2)
}

describe('the usage of the command line', () => {
  it('is shown, with exit code 2, where no command is given', async () => {
    const { code, stdout, stderr } = await runCli([])
    assert.match(stderr, /^Usage: stacktale .*Commands:.*list.*erase.*Examples:/s)
    assert.equal(stdout, '')
    assert.equal(code, 2)
  })

  it('says the version of the package', async () => {
    const { code, stdout } = await runCli(['--version'])
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/)
    assert.equal(code, 0)
  })

  for (const command of COMMANDS) {
    it(`has examples for ${command}, and no colours when piped`, async () => {
      const { code, stdout, stderr } = await runCli([...command.split(' '), '--help'])
      assert.match(stdout, new RegExp(`^Usage: stacktale ${command}.*Examples:\\n  \\S`, 's'))
      assert.ok(!stdout.includes(ESCAPE))
      assert.equal(stderr, '')
      assert.equal(code, 0)
    })
  }

  for (const [args, says] of WRONG) {
    it(`is told for: ${args}`, async () => {
      assertUsage(await runCli(args.split(' ')), says)
    })
  }
})

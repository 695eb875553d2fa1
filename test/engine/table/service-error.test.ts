import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isPassing } from '../../../engine/errors/is-passing.ts'
import { serviceError } from '../../../engine/table/service-error.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { LOCAL_CREDENTIALS, uniqueTable } from '../../embedded-dynamo.ts'
import type { Answer } from './fake-aws.ts'
import { withFakeAws } from './fake-aws.ts'
import { tableForTest } from './table-for-test.ts'

const run = promisify(execFile)

/** A program of its own, with nothing of AWS in its environment but what is given. */
async function commitElsewhere(environment: Readonly<Record<string, string>>): Promise<string> {
  const program = `
    import { GenericLogger } from 'stacktale'
    const log = new GenericLogger({ id: 1 }, 'workout')
    log.addMessage('Hello')
    await log.commit().catch((error) => console.log(JSON.stringify([error.code, error.message])))
    process.exit()`
  const env = {
    PATH: process.env['PATH'],
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nowhere',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
    ...environment,
  }
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { env })
  return stdout.trim()
}

describe('a failure of the service', () => {
  const answers: readonly (readonly [Answer, string, RegExp])[] = [
    [
      { status: 400, type: 'AccessDeniedException', message: 'no' },
      'access-denied',
      /dynamodb:PutItem/,
    ],
    [{ status: 400, type: 'UnrecognizedClientException' }, 'credentials-rejected', /Renew/],
    [{ status: 400, type: 'ExpiredTokenException' }, 'credentials-rejected', /Renew/],
    [{ status: 400, type: 'ProvisionedThroughputExceededException' }, 'throttled', /units/],
    [{ status: 400, type: 'ValidationException', message: 'odd' }, 'request-rejected', /odd/],
    [{ status: 500, type: 'InternalServerError' }, 'service-failed', /InternalServerError/],
  ]
  for (const [answer, code, message] of answers) {
    it(`says ${code} for ${answer.type}`, async () => {
      await tableForTest()
      await withFakeAws(answer, async (endpoint) => {
        const reader = new TableReader({ table: 'stories', region: 'us-east-1', endpoint })
        await assert.rejects(reader.feed({ prefix: 'workout' }), {
          name: 'StacktaleError',
          code,
          message,
        })
      })
    })
  }

  it('says endpoint-unreachable where nobody listens, and what to check', async () => {
    const endpoint = await withFakeAws(undefined, (address) => Promise.resolve(address))
    const reader = new TableReader({ region: 'us-east-1', endpoint })
    await assert.rejects(reader.feed({ prefix: 'workout' }), {
      code: 'endpoint-unreachable',
      message: /ECONNREFUSED.*AWS_ENDPOINT_URL_DYNAMODB/,
    })
  })

  it('says timed-out where nobody answers, and does not wait for ever', async () => {
    await withFakeAws(undefined, async (endpoint) => {
      const reader = new TableReader({ table: 'stories', region: 'us-east-1', endpoint })
      await assert.rejects(reader.feed({ prefix: 'workout' }), { code: 'timed-out' })
    })
  })

  it('names the command that creates a missing table, and the command does', async () => {
    const { region, endpoint } = await tableForTest()
    const table = uniqueTable()
    const reader = new TableReader({ table, region, endpoint })
    const failure = await reader.feed({ prefix: 'workout' }).catch((error: unknown) => error)
    assert.ok(failure instanceof Error)
    assert.match(failure.message, new RegExp(`There is no table "${table}"`))
    const command = /Create it: npx stacktale (.*)$/.exec(failure.message)?.[1]
    const { accessKeyId, secretAccessKey } = LOCAL_CREDENTIALS
    await run('sh', ['-c', `"${process.execPath}" dist/scripts/cli.js ${command}`], {
      env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    })
    assert.deepEqual((await reader.feed({ prefix: 'workout' })).events, [])
  })

  it('says region-missing to a program without a region', async () => {
    const said = await commitElsewhere({ AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' })
    assert.match(said, /^\["region-missing".*AWS_REGION=us-east-1/)
  })

  it('says credentials-missing to a program without credentials', async () => {
    const said = await commitElsewhere({ AWS_REGION: 'us-east-1' })
    assert.match(said, /^\["credentials-missing".*AWS_ACCESS_KEY_ID/)
  })

  it('is worth another try where it passes by itself, and only there', () => {
    const named = (name: string, code?: string): Error =>
      Object.assign(new Error('x'), { name, code })
    const isWorthwhile = (error: unknown): boolean =>
      isPassing(serviceError(error, { table: 'stories' }))
    assert.ok(isWorthwhile(named('ThrottlingException')))
    assert.ok(isWorthwhile(named('TimeoutError')))
    assert.ok(isWorthwhile(named('Error', 'ECONNRESET')))
    assert.ok(isWorthwhile(named('Error', 'ENOTFOUND')))
    assert.ok(!isWorthwhile(named('AccessDeniedException')))
    assert.ok(!isWorthwhile(named('ResourceNotFoundException')))
    assert.ok(!isWorthwhile('a text'))
  })

  it('keeps the original as its cause', () => {
    const cause = new Error('original')
    assert.equal(serviceError(cause, { table: 'stories' }).cause, cause)
  })
})

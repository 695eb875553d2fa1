import assert from 'node:assert/strict'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createCommand } from '../../../engine/table/create-command.ts'

const NAMES = ['AWS_REGION', 'AWS_ENDPOINT_URL_DYNAMODB', 'AWS_ENDPOINT_URL'] as const

describe('the command that creates a table', () => {
  const before = NAMES.map((name) => [name, process.env[name]] as const)

  beforeEach(() => {
    for (const name of NAMES) Reflect.deleteProperty(process.env, name)
  })

  after(() => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
  })

  it('names what the options say, and else the environment', () => {
    assert.equal(createCommand({ table: 'stories' }), 'npx stacktale table create --table stories')
    process.env['AWS_REGION'] = 'eu-central-1'
    process.env['AWS_ENDPOINT_URL'] = 'http://localhost:4566'
    const withAll = 'npx stacktale table create --table stories --region eu-central-1 --endpoint '
    assert.equal(createCommand({ table: 'stories' }), `${withAll}http://localhost:4566`)
    process.env['AWS_ENDPOINT_URL_DYNAMODB'] = 'http://localhost:8000'
    assert.equal(createCommand({ table: 'stories' }), `${withAll}http://localhost:8000`)
    assert.equal(
      createCommand({ table: 'stories', region: 'us-east-1', endpoint: 'http://localhost:1' }),
      'npx stacktale table create --table stories --region us-east-1 --endpoint http://localhost:1',
    )
  })

  it('takes nothing from the environment that a client of the application’s own need not have', () => {
    process.env['AWS_REGION'] = 'eu-central-1'
    const client = new DynamoDBClient({ region: 'us-east-1' })
    assert.equal(
      createCommand({ table: 'stories', client }),
      'npx stacktale table create --table stories',
    )
  })

  it('is one command of a shell, whatever the names', () => {
    const endpoint = "http://localhost:1/?a=1&b='; rm"
    assert.equal(
      createCommand({ table: 'no name; rm', endpoint }),
      String.raw`npx stacktale table create --table NAME --endpoint 'http://localhost:1/?a=1&b='\''; rm'`,
    )
  })
})

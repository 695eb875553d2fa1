import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const HOST = resolve(import.meta.dirname, 'fixtures/host-with-failing-hooks.js')

describe('a hook of the application that fails', () => {
  let answers: [name: string, status: number, body: string][]
  let stderr: string

  before(async () => {
    // A process that ends before its time rejects.
    const said = await promisify(execFile)(process.execPath, [HOST])
    answers = JSON.parse(said.stdout)
    stderr = said.stderr
  })

  it('neither ends the application nor is seen on a page', () => {
    assert.equal(answers.length, 7)
    for (const [name, status, body] of answers) {
      assert.equal(status, 500, name)
      assert.match(body, /Something went wrong/, name)
      assert.doesNotMatch(body, /secret|\.[jt]s:\d|node_modules/, name)
    }
  })

  it('is told of on standard error, with what it should have told of', () => {
    for (const [name, , body] of answers) {
      if (name.startsWith('audit')) continue
      const [id = 'none'] = /[\da-f]{8}-[\da-f-]{27}/.exec(body) ?? []
      assert.ok(stderr.includes(id), name)
    }
    assert.match(stderr, /viewer, audit, looked/)
    assert.match(stderr, /"onError"/)
  })
})

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A program whose events cannot be stored, and what it says on standard error. */
async function saidBy(program: string): Promise<string> {
  const source = `
    import { configure, GenericLogger } from 'stacktale'
    configure({ sink: { write: () => Promise.reject(new Error('The disk is gone')) } })
    const log = new GenericLogger({ id: 1 }, 'failing')
    ${program}`
  const options = ['--unhandled-rejections=strict', '--input-type=module', '-e', source]
  return (await run(process.execPath, options)).stderr
}

const COMMITS = `
  for (let count = 0; count < 5; count += 1) {
    log.info('Line')
    void log.commit()
  }
  await new Promise((resolve) => setImmediate(resolve))
  process.exit(0)`

describe('failures of the logger’s own', () => {
  it('are told on standard error once, and end no program that does not await', async () => {
    const said = (await saidBy(COMMITS)).trimEnd().split('\n')
    assert.equal(said.length, 2)
    assert.match(said[0] ?? '', /^stacktale \[sink-failed\]: .*The disk is gone/)
    assert.match(said[1] ?? '', /^stacktale \[event-dropped\]: The process ended with 5 events/)
  })

  it('are told to the application instead, each of them, where it wants to know', async () => {
    const said = await saidBy(
      `configure({ onFailure: ({ code }) => console.error(code) }); ${COMMITS}`,
    )
    assert.equal(said, `${'sink-failed\n'.repeat(5)}event-dropped\n`)
  })

  it('are told on standard error where the application throws at being told', async () => {
    const said = await saidBy(
      `configure({ onFailure: () => { throw new Error('mine') } }); ${COMMITS}`,
    )
    assert.match(said, /^stacktale \[sink-failed\]/)
  })
})

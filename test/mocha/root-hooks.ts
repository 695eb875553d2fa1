import type { RootHookObject } from 'mocha'

// Mocha kills a job that takes more than a second to end: with this, not before it has written its coverage.
process.on('SIGTERM', () => process.exit(143))

/** Before and after all tests, or in a parallel run all of a file. Mocha's own process then runs none of it. */
export const mochaHooks: RootHookObject = {
  beforeAll() {
    // Coverage is that of the tests' own processes: a child that writes its own at its end takes longer.
    delete process.env['NODE_V8_COVERAGE']
    // Mocha passes over what nobody waits for, and takes this listener away at the end of a file.
    process.off('unhandledRejection', fail).on('unhandledRejection', fail)
  },
}

function fail(reason: unknown): never {
  throw reason
}

import assert from 'node:assert/strict'
import { startAwsStandIn } from '../../../../scripts/aws-stand-in/aws-stand-in.ts'
import { tableForTest } from '../../table/table-for-test.ts'
import { OnDemand } from './on-demand.ts'
import { storedTitles, texts } from './stored-events.ts'

const INVOCATIONS = 20
const EVENTS = 10

describe('in a Lambda', () => {
  it('no thread is started, and nothing that was flushed is lost while the process is frozen', async () => {
    const store = await tableForTest()
    await using aws = await startAwsStandIn({ endpoint: store.endpoint, seed: 1 })
    const location = { ...store, endpoint: aws.endpoint }
    const env = { AWS_LAMBDA_FUNCTION_NAME: 'workouts' }
    await using program = await OnDemand.start({ location, env })
    let requests = 0
    aws.faults.resetBefore = () => {
      requests += 1
      return requests % 4 === 1
    }
    aws.faults.resetAfter = () => requests % 4 === 3
    for (let invocation = 0; invocation < INVOCATIONS; invocation += 1) {
      assert.equal((await program.ledger()).inFlight, 0)
      void program.commit(texts(EVENTS, invocation * EVENTS))
      const { inFlight, stored } = await program.flush()
      assert.deepEqual([inFlight, stored], [0, (invocation + 1) * EVENTS])
      program.freeze()
      // Connections that were kept open are gone when the process goes on, as after a long pause.
      await aws.down()
      await aws.up()
      const expected = texts((invocation + 1) * EVENTS).toSorted()
      assert.deepEqual(await storedTitles(store, 'demand_1'), expected)
      program.thaw()
    }
    assert.equal(program.workers, 0)
    assert.deepEqual(program.failures, [])
    assert.deepEqual(program.unbalanced, [])
  })

  it('a worker is started where it is asked for', async () => {
    const location = await tableForTest()
    const env = { AWS_LAMBDA_FUNCTION_NAME: 'workouts' }
    await using program = await OnDemand.start({ location, env })
    await program.configure({ worker: true })
    assert.deepEqual(await program.commit(['Event']), ['stored'])
    assert.equal(program.workers, 1)
  })
})

import assert from 'node:assert/strict'
import type { FailureRate } from '../../../../../scripts/demo/workouts/lookups/surroundings.ts'
import {
  exerciseDatabase,
  inventoryApi,
} from '../../../../../scripts/demo/workouts/lookups/service.ts'
import { ROSTER } from '../../../../../scripts/demo/workouts/users/roster.ts'
import { generateWorkout } from '../../../../../scripts/demo/workouts/workout/generate-workout.ts'
import { WorkoutLogger } from '../../../../../scripts/demo/workouts/workout/workout-logger.ts'
import { inventRequest } from '../../../../../scripts/demo/workouts/workout/workout-request.ts'
import type { WorkoutRequest } from '../../../../../scripts/demo/workouts/workout/workout-request.ts'
import { toldBy, userNumbered } from '../told-by.ts'
import type { ToldEvent } from '../told-by.ts'

const SEEDS = 300
const never: FailureRate = () => 0

async function anyWorkout(seed: number): Promise<ToldEvent> {
  return await toldBy(seed, async (studio) => {
    const user = studio.random.pickWeighted(ROSTER, ({ activity }) => activity)
    const log = new WorkoutLogger(user)
    await generateWorkout(studio, inventRequest(user, studio.random), log)
    return log
  })
}

async function workoutOf(
  request: WorkoutRequest,
  failureRate: FailureRate = never,
): Promise<ToldEvent> {
  return await toldBy(
    1,
    async (studio) => {
      const log = new WorkoutLogger(request.user)
      await generateWorkout(studio, request, log)
      return log
    },
    failureRate,
  )
}

describe('generateWorkout', () => {
  let told: readonly ToldEvent[] = []

  before(async () => {
    const events: ToldEvent[] = []
    for (let seed = 1; seed <= SEEDS; seed += 1) events.push(await anyWorkout(seed))
    told = events
  })

  const finished = (): readonly ToldEvent[] => told.filter(({ level }) => level !== 'error')
  const failed = (): readonly ToldEvent[] => told.filter(({ level }) => level === 'error')

  it('tells the same story for the same seed', async () => {
    for (const [index, event] of told.slice(0, 10).entries()) {
      assert.equal((await anyWorkout(index + 1)).text, event.text)
    }
  })

  it('tells another story for another seed', () => {
    assert.equal(new Set(told.map(({ text }) => text)).size, SEEDS)
  })

  it('takes 30 to 200 lines', () => {
    for (const { lines } of finished()) {
      assert.ok(lines.length >= 30 && lines.length <= 200, `${lines.length} lines`)
    }
    for (const { lines } of failed()) assert.ok(lines.length <= 200)
  })

  it('goes at least four calls deep, at times six', () => {
    const deepest = finished().map(({ lines }) => Math.max(...lines.map(({ depth }) => depth)))
    assert.ok(Math.min(...deepest) >= 4)
    assert.ok(Math.max(...deepest) >= 6)
  })

  it('begins with the user and ends with the workout, both at depth 0', () => {
    for (const { lines, title } of finished()) {
      assert.match(title, /^Starting workout generation for \S+ /)
      assert.equal(lines[0]?.depth, 0)
      assert.match(lines.at(-1)?.text ?? '', /'s workout is ready: \d+ exercises in /)
      assert.equal(lines.at(-1)?.depth, 0)
    }
  })

  it('warns in some workouts, not in most', () => {
    const warned = told.filter(({ level }) => level === 'warn').length
    assert.ok(warned > SEEDS / 20 && warned < SEEDS / 2, `${warned} warned`)
  })

  it('fails now and then, with a stack and a cause', () => {
    assert.ok(failed().length >= SEEDS / 100 && failed().length <= SEEDS / 12)
    for (const { lines } of failed()) {
      const error = lines.at(-1)?.error
      assert.match(error?.stack ?? '', /generateWorkout/)
      assert.ok(error?.cause?.message)
    }
  })

  it('keeps within the time there is', () => {
    for (const { lines } of finished()) {
      const [, spent, minutes] =
        / in ([\d.]+) of (\d+) minutes$/.exec(lines.at(-1)?.text ?? '') ?? []
      assert.ok(Number(spent) <= Number(minutes) + 0.1, lines.at(-1)?.text)
    }
  })

  it('logs details at level debug and numbers as data', () => {
    const lines = finished().flatMap((event) => event.lines)
    assert.ok(lines.some(({ level }) => level === 'debug'))
    assert.ok(lines.some(({ data }) => JSON.stringify(data)?.startsWith('{"id":')))
  })

  it('never loads a joint that has to be spared altogether', async () => {
    const { text } = await workoutOf({ user: userNumbered(140), minutes: 40, readiness: 3 })
    assert.match(text, /Sparing the left knee \(meniscus tear, moderate\): no loads at all/)
    assert.match(text, /Nothing loads the left knee/)
  })

  it('eases off when the user is tired', async () => {
    const { text } = await workoutOf({ user: userNumbered(42), minutes: 55, readiness: 1 })
    assert.match(text, /At readiness 1 every exercise loses a set/)
  })

  it('fails for want of the inventory, saying why down to the first cause', async () => {
    const { lines, level } = await workoutOf(
      { user: userNumbered(42), minutes: 55, readiness: 3 },
      (service) => (service === inventoryApi ? 1 : 0),
    )
    assert.equal(level, 'error')
    const error = lines.at(-1)?.error
    assert.equal(error?.message, 'The equipment inventory gave no answer in 3 attempts')
    assert.equal(error?.cause?.code, '503')
    assert.equal(error?.cause?.cause?.code, 'ECONNREFUSED')
    assert.equal(lines.filter((line) => line.level === 'warn').length, 2)
  })

  it('goes without what the repository does not give, but not without resistance', async () => {
    const { text, lines } = await workoutOf(
      { user: userNumbered(42), minutes: 55, readiness: 3 },
      (service) => (service === exerciseDatabase ? 1 : 0),
    )
    assert.match(text, /Not committing any more exercises for core \(The exercise repository /)
    assert.equal(lines.at(-1)?.error?.name, 'WorkoutImpossibleError')
  })
})

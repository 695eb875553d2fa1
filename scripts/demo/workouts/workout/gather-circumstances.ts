import type { Inventory } from '../lookups/equipment-inventory.ts'
import type { Studio } from '../studio.ts'
import type { Restriction } from '../users/restriction.ts'
import type { Circumstances } from './draft.ts'
import type { WorkoutLogger } from './workout-logger.ts'
import type { WorkoutRequest } from './workout-request.ts'

export async function gatherCircumstances(
  studio: Studio,
  request: WorkoutRequest,
  log: WorkoutLogger,
): Promise<Circumstances> {
  log.gatheringCircumstances()
  const [inventory, { record, turnedDown }] = await Promise.all([
    takeInventory(studio, request, log),
    readRecord(studio, request, log),
  ])
  const restrictions = considerRestrictions(request, log)
  const week = Math.min(record.weekOfPhase(studio.clock()), record.phase.weeks)
  return {
    inventory,
    record,
    turnedDown,
    restrictions,
    week,
    progress: (week - 1) / (record.phase.weeks - 1),
  }
}

async function takeInventory(
  studio: Studio,
  { user }: WorkoutRequest,
  log: WorkoutLogger,
): Promise<Inventory> {
  log.takingInventory()
  const inventory = await studio.equipment.of(user, log)
  log.inventoryTaken(inventory)
  return inventory
}

async function readRecord(
  studio: Studio,
  { user }: WorkoutRequest,
  log: WorkoutLogger,
): Promise<Pick<Circumstances, 'record' | 'turnedDown'>> {
  log.readingRecord()
  const record = await studio.history.of(user, log)
  const now = studio.clock()
  log.recordRead(record, now)
  const settled = record.settleLatest(now, studio.random)
  if (settled !== undefined) log.latestWorkoutSettled(settled, now)
  const turnedDown = settled?.outcome === 'replaced' ? settled.workout.exercises : []
  return { record, turnedDown: turnedDown.map(({ exercise }) => exercise.id) }
}

function considerRestrictions(
  { user, soreJoint }: WorkoutRequest,
  log: WorkoutLogger,
): readonly Restriction[] {
  const restrictions = [...user.restrictions]
  if (soreJoint !== undefined) {
    restrictions.push({
      severity: 'moderate',
      side: '',
      joint: soreJoint,
      condition: 'sore today',
    })
  }
  for (const restriction of restrictions) log.restricted(restriction)
  return restrictions
}

import type { AwsRequest } from './aws-request.ts'
import type { Service } from './service.ts'
import type { PlannedWrite } from './stored-items.ts'

const MOST_WRITES_OF_A_BATCH = 25

/** The writes of a request; undefined where the store will reject it as a whole. */
export async function planWrites(
  { shapes, stored }: Service,
  { writes }: AwsRequest,
): Promise<readonly PlannedWrite[] | undefined> {
  const planned: PlannedWrite[] = []
  for (const write of writes) {
    const shape = await shapes.of(write.table)
    const plan = shape && stored.plan(write, shape)
    if (plan === undefined) return undefined
    planned.push(plan)
  }
  const keys = new Set(planned.map(({ key }) => key))
  const isValid = planned.length <= MOST_WRITES_OF_A_BATCH && keys.size === planned.length
  return isValid ? planned : undefined
}

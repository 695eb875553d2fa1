import { readFileSync } from 'node:fs'
import { fieldsOf } from './fields-of.ts'
import type { Role } from './table-shape.ts'
import { TABLE_ARN } from './table-shape.ts'

/** What may be done, in alphabetical order: `dynamodb:Query on table/stories/index/feed`. */
export type Allowances = readonly string[]

export function allowances(actions: readonly string[], resources: readonly string[]): Allowances {
  return resources
    .flatMap((resource) => {
      const name = resource.slice(resource.lastIndexOf(':') + 1)
      return actions.map((action) => `${action} on ${name}`)
    })
    .toSorted()
}

/** What a policy document allows. @throws RangeError where it says anything else than what is allowed */
export function allowedBy(document: unknown): Allowances {
  const { Version, Statement, ...rest } = fieldsOf(document)
  if (Version !== '2012-10-17' || !Array.isArray(Statement) || Object.keys(rest).length > 0) {
    throw new RangeError(`This is no policy: ${JSON.stringify(document)}`)
  }
  return Statement.flatMap((statement: unknown) => {
    const { Effect, Action, Resource, ...conditions } = fieldsOf(statement)
    if (Effect !== 'Allow' || Object.keys(conditions).length > 0) {
      throw new RangeError(`This is no plain allowance: ${JSON.stringify(statement)}`)
    }
    return allowances(textsOf(Action), textsOf(Resource))
  }).toSorted()
}

/** What the published policy of a role allows. */
export function publishedPolicy(role: Role): Allowances {
  const text = readFileSync(`docs/infrastructure/policies/${role}.json`, 'utf8')
  return allowedBy(JSON.parse(text.replaceAll('${table_arn}', TABLE_ARN)))
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(String)
}

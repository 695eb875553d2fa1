import { readFileSync } from 'node:fs'
import type { CollectionTag, ScalarTag } from 'yaml'
import { isSeq, parse } from 'yaml'
import type { Billing } from '../../engine/table/schema.ts'
import { fieldsOf } from './fields-of.ts'
import { TABLE, TABLE_ARN } from './table-shape.ts'

/** A property with this value is none. */
const NO_VALUE = 'AWS::NoValue'

const VALUES: Readonly<Record<string, string>> = {
  TableName: TABLE,
  'Table.Arn': TABLE_ARN,
  [NO_VALUE]: NO_VALUE,
}

/** The resources that CloudFormation makes of the template, with the functions that it uses resolved. */
export function cloudFormation(billing: Billing): Readonly<Record<string, unknown>> {
  const text = readFileSync('docs/infrastructure/cloudformation.yaml', 'utf8')
  const customTags = [
    scalar('!Ref', valueOf),
    scalar('!GetAtt', valueOf),
    scalar('!Sub', (pattern) =>
      pattern.replaceAll(/\$\{([\w.]+)\}/g, (_, name: string) => valueOf(name)),
    ),
    chosen('!If', billing === 'provisioned' ? 1 : 2),
    chosen('!Equals', 0),
  ]
  const template = fieldsOf(parse(text, { customTags }))
  return fieldsOf(withoutNoValues(template['Resources']))
}

function valueOf(name: string): string {
  return VALUES[name] ?? `the value of ${name}`
}

function scalar(tag: string, resolve: (text: string) => string): ScalarTag {
  return { tag, resolve }
}

/** A function of a list, which stands for one of its items. */
function chosen(tag: string, index: number): CollectionTag {
  return {
    tag,
    collection: 'seq',
    resolve: (list) => (isSeq(list) ? list.items[index] : undefined),
  }
}

function withoutNoValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNoValues)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== NO_VALUE)
      .map(([name, field]) => [name, withoutNoValues(field)]),
  )
}

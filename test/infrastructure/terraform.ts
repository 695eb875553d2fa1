import { readFileSync } from 'node:fs'
import { parse } from '@cdktn/hcl2json'
import type { Billing } from '../../engine/table/schema.ts'
import type { Fields } from './fields-of.ts'
import { fieldsOf } from './fields-of.ts'
import { TABLE } from './table-shape.ts'

const CHOICE = /^\$\{local\.is_provisioned \? (.+) : (.+)\}$/

/** A resource of the configuration, with the choices by billing made. */
export async function terraformResource(
  type: string,
  name: string,
  billing: Billing,
): Promise<Fields> {
  const configuration = fieldsOf(
    await parse('main.tf', readFileSync('docs/infrastructure/main.tf', 'utf8')),
  )
  const resources = fieldsOf(fieldsOf(configuration['resource'])[type])
  return fieldsOf(onlyOf(evaluated(resources[name], billing)))
}

/** The table in the words of CloudFormation. */
export async function terraformTable(billing: Billing): Promise<unknown> {
  const table = await terraformResource('aws_dynamodb_table', 'stacktale', billing)
  const index = fieldsOf(onlyOf(table['global_secondary_index']))
  const expiry = fieldsOf(onlyOf(table['ttl']))
  return {
    TableName: table['name'],
    BillingMode: table['billing_mode'],
    AttributeDefinitions: listOf(table['attribute']).map((attribute) => {
      const { name, type } = fieldsOf(attribute)
      return { AttributeName: name, AttributeType: type }
    }),
    KeySchema: keysOf(table),
    ...unitsOf(table),
    GlobalSecondaryIndexes: [
      {
        IndexName: index['name'],
        KeySchema: keysOf(index),
        Projection: {
          ProjectionType: index['projection_type'],
          NonKeyAttributes: index['non_key_attributes'],
        },
        ...unitsOf(index),
      },
    ],
    TimeToLiveSpecification: {
      AttributeName: expiry['attribute_name'],
      Enabled: expiry['enabled'],
    },
  }
}

function keysOf({ hash_key: hash, range_key: range }: Fields): unknown {
  return [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ]
}

function unitsOf({ write_capacity: write, read_capacity: read }: Fields): Fields {
  if (write === null && read === null) return {}
  return { ProvisionedThroughput: { WriteCapacityUnits: write, ReadCapacityUnits: read } }
}

function evaluated(value: unknown, billing: Billing): unknown {
  if (Array.isArray(value)) return value.map((item) => evaluated(item, billing))
  if (value === '${var.table}') return TABLE
  if (typeof value === 'string') {
    const [, provisioned, onDemand] = CHOICE.exec(value) ?? []
    if (provisioned === undefined || onDemand === undefined) return value
    return JSON.parse(billing === 'provisioned' ? provisioned : onDemand)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, evaluated(field, billing)]),
  )
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new TypeError(`A list was expected; this is ${JSON.stringify(value)}.`)
}

function onlyOf(value: unknown): unknown {
  const list = listOf(value)
  if (list.length === 1) return list[0]
  throw new RangeError(`One was expected; there are ${list.length}.`)
}

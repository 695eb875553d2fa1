import type { Billing } from '../../engine/table/schema.ts'
import { EXPIRY_ATTRIBUTE, tableDefinition } from '../../engine/table/schema.ts'

export const TABLE = 'stories'
export const TABLE_ARN = 'arn:aws:dynamodb:us-east-1:111122223333:table/stories'
export const BILLINGS: readonly Billing[] = ['provisioned', 'on-demand']

export type Role = 'writer' | 'viewer' | 'eraser'
export const ROLES: readonly Role[] = ['writer', 'viewer', 'eraser']

/** The table that the engine creates, with its expiry, in the words that CloudFormation shares with DynamoDB. */
export function createdTable(billing: Billing): unknown {
  return {
    ...tableDefinition(TABLE, billing),
    TimeToLiveSpecification: { AttributeName: EXPIRY_ATTRIBUTE, Enabled: true },
  }
}

import assert from 'node:assert/strict'
import { FEED_UNITS, TABLE_UNITS } from '../../engine/table/schema.ts'
import type { Given } from './fixtures/aws-iam.ts'
import { cloudFormation } from './cloudformation.ts'
import { construct, inCloudFormationWords } from './construct.ts'
import { fieldsOf } from './fields-of.ts'
import { allowances, allowedBy, publishedPolicy } from './policy.ts'
import { BILLINGS, createdTable, ROLES } from './table-shape.ts'
import { terraformResource, terraformTable } from './terraform.ts'

describe('the infrastructure templates', () => {
  for (const billing of BILLINGS) {
    describe(`with ${billing} billing`, () => {
      it('CloudFormation makes the table that the engine creates', () => {
        const { Table } = cloudFormation(billing)
        assert.deepEqual(fieldsOf(Table)['Properties'], createdTable(billing))
      })

      it('Terraform does', async () => {
        assert.deepEqual(await terraformTable(billing), createdTable(billing))
      })

      it('the CDK construct does', async () => {
        const { table } = await construct(billing)
        assert.deepEqual(inCloudFormationWords(table.props), createdTable(billing))
      })
    })
  }

  it('stay within the 25 units that are free', () => {
    assert.equal(TABLE_UNITS.write + FEED_UNITS.write, 25)
    assert.equal(TABLE_UNITS.read + FEED_UNITS.read, 25)
  })

  it('keep the table when what made it is deleted', async () => {
    const { DeletionPolicy, UpdateReplacePolicy } = fieldsOf(cloudFormation('provisioned')['Table'])
    assert.deepEqual([DeletionPolicy, UpdateReplacePolicy], ['Retain', 'Retain'])
    const resource = await terraformResource('aws_dynamodb_table', 'stacktale', 'provisioned')
    assert.deepEqual(resource['lifecycle'], [{ prevent_destroy: true }])
    const { table } = await construct('provisioned')
    assert.equal(table.removalPolicy, 'retain')
  })

  it('CloudFormation has the published policies', () => {
    const resources = cloudFormation('provisioned')
    const policyOf = (name: string): unknown =>
      fieldsOf(fieldsOf(resources[name])['Properties'])['PolicyDocument']
    assert.deepEqual(allowedBy(policyOf('Writer')), publishedPolicy('writer'))
    assert.deepEqual(allowedBy(policyOf('Viewer')), publishedPolicy('viewer'))
    assert.deepEqual(allowedBy(policyOf('Eraser')), publishedPolicy('eraser'))
    assert.deepEqual(Object.keys(resources).toSorted(), ['Eraser', 'Table', 'Viewer', 'Writer'])
  })

  it('Terraform makes them of their files', async () => {
    const { for_each: roles, policy } = await terraformResource(
      'aws_iam_policy',
      'stacktale',
      'provisioned',
    )
    assert.equal(roles, `\${toset(${JSON.stringify(ROLES).replaceAll(',', ', ')})}`)
    assert.equal(
      policy,
      '${templatefile("${path.module}/policies/${each.key}.json", { table_arn = aws_dynamodb_table.stacktale.arn })}',
    )
  })

  it('the CDK construct grants them', async () => {
    const log = await construct('provisioned')
    const granted = (grant: (grantee: Given[]) => void): unknown => {
      const grantee: Given[] = []
      grant(grantee)
      return grantee
        .flatMap(({ actions, resourceArns }) => allowances(actions, resourceArns))
        .toSorted()
    }
    assert.deepEqual(
      granted((grantee) => log.grantWriter(grantee)),
      publishedPolicy('writer'),
    )
    assert.deepEqual(
      granted((grantee) => log.grantViewer(grantee)),
      publishedPolicy('viewer'),
    )
    assert.deepEqual(
      granted((grantee) => log.grantEraser(grantee)),
      publishedPolicy('eraser'),
    )
  })
})

import { RemovalPolicy } from 'aws-cdk-lib'
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb'
import type { IGrantable } from 'aws-cdk-lib/aws-iam'
import { Grant } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'

export interface StacktaleTableProps {
  /** Default: `stacktale`. */
  readonly tableName?: string
  /**
   * `provisioned` (the default) stays within the always-free units; `on-demand` is paid for by the
   * request.
   */
  readonly billing?: 'provisioned' | 'on-demand'
}

/**
 * The table of stacktale with its index.
 *
 * @example
 * ```ts
 * const log = new StacktaleTable(this, 'Log')
 * log.grantWriter(handler)
 * ```
 */
export class StacktaleTable extends Construct {
  readonly table: CfnTable

  constructor(
    scope: Construct,
    id: string,
    { tableName = 'stacktale', billing = 'provisioned' }: StacktaleTableProps = {},
  ) {
    super(scope, id)
    const isProvisioned = billing === 'provisioned'
    this.table = new CfnTable(this, 'Table', {
      tableName,
      attributeDefinitions: [
        { attributeName: 'object', attributeType: 'S' },
        { attributeName: 'timestamp', attributeType: 'N' },
        { attributeName: 'prefix', attributeType: 'S' },
      ],
      keySchema: [
        { attributeName: 'object', keyType: 'HASH' },
        { attributeName: 'timestamp', keyType: 'RANGE' },
      ],
      billingMode: isProvisioned ? 'PROVISIONED' : 'PAY_PER_REQUEST',
      ...(isProvisioned && {
        provisionedThroughput: { writeCapacityUnits: 13, readCapacityUnits: 12 },
      }),
      globalSecondaryIndexes: [
        {
          indexName: 'feed',
          keySchema: [
            { attributeName: 'prefix', keyType: 'HASH' },
            { attributeName: 'timestamp', keyType: 'RANGE' },
          ],
          projection: {
            projectionType: 'INCLUDE',
            nonKeyAttributes: [
              'level',
              'title',
              'lines',
              'duration',
              'trace',
              'service',
              'expires',
            ],
          },
          ...(isProvisioned && {
            provisionedThroughput: { writeCapacityUnits: 12, readCapacityUnits: 13 },
          }),
        },
      ],
      timeToLiveSpecification: { attributeName: 'expires', enabled: true },
    })
    this.table.applyRemovalPolicy(RemovalPolicy.RETAIN)
  }

  /** Lets an application store events. */
  grantWriter(grantee: IGrantable): Grant {
    return this.#grant(grantee, [
      'dynamodb:BatchWriteItem',
      'dynamodb:DescribeTable',
      'dynamodb:PutItem',
    ])
  }

  /** Lets a viewer, or the command line, read events. */
  grantViewer(grantee: IGrantable): Grant {
    return this.#grant(grantee, [
      'dynamodb:DescribeTable',
      'dynamodb:DescribeTimeToLive',
      'dynamodb:Query',
    ]).combine(this.#grant(grantee, ['dynamodb:Query'], '/index/feed'))
  }

  /** Lets `stacktale erase` delete an object's events. */
  grantEraser(grantee: IGrantable): Grant {
    return this.#grant(grantee, [
      'dynamodb:BatchWriteItem',
      'dynamodb:DeleteItem',
      'dynamodb:Query',
    ])
  }

  #grant(grantee: IGrantable, actions: string[], part: string = ''): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions,
      resourceArns: [this.table.attrArn + part],
    })
  }
}

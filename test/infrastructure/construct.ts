import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Billing } from '../../engine/table/schema.ts'
import type { Given } from './fixtures/aws-iam.ts'
import { TABLE } from './table-shape.ts'

/** What the CDK construct makes. */
export interface Constructed {
  readonly table: { readonly props: unknown; readonly removalPolicy: unknown }
  grantWriter(grantee: Given[]): void
  grantViewer(grantee: Given[]): void
  grantEraser(grantee: Given[]): void
}

interface ConstructModule {
  readonly StacktaleTable: new (
    scope: unknown,
    id: string,
    props: { readonly tableName: string; readonly billing: Billing },
  ) => Constructed
}

/** The construct, on top of stand-ins for the little that it uses of the CDK. */
export async function construct(billing: Billing): Promise<Constructed> {
  const standIn = (name: string): string =>
    fileURLToPath(new URL(`fixtures/${name}.js`, import.meta.url))
  const { outputFiles } = await build({
    entryPoints: ['docs/infrastructure/stacktale-table.ts'],
    bundle: true,
    format: 'esm',
    target: 'node20',
    write: false,
    alias: {
      'aws-cdk-lib': standIn('aws-cdk-lib'),
      'aws-cdk-lib/aws-dynamodb': standIn('aws-dynamodb'),
      'aws-cdk-lib/aws-iam': standIn('aws-iam'),
      constructs: standIn('constructs'),
    },
  })
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  const { StacktaleTable }: ConstructModule = await import(`data:text/javascript;base64,${code}`)
  return new StacktaleTable(undefined, 'Log', { tableName: TABLE, billing })
}

/** The CDK names CloudFormation's properties with a small first letter. */
export function inCloudFormationWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCloudFormationWords)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      inCloudFormationWords(field),
    ]),
  )
}

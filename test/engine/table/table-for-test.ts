import { createTable } from '../../../engine/table/create-table.ts'
import { embeddedEndpoint, LOCAL_CREDENTIALS, uniqueTable } from '../../embedded-dynamo.ts'

export interface TestTable {
  readonly table: string
  readonly region: string
  readonly endpoint: string
}

/** A table of its own in the embedded DynamoDB. */
export async function tableForTest(): Promise<TestTable> {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  process.env['AWS_ACCESS_KEY_ID'] ??= LOCAL_CREDENTIALS.accessKeyId
  process.env['AWS_SECRET_ACCESS_KEY'] ??= LOCAL_CREDENTIALS.secretAccessKey
  const location = { table: uniqueTable(), region: 'us-east-1', endpoint: await embeddedEndpoint() }
  await createTable(location)
  return location
}

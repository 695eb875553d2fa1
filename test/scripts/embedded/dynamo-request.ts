/** Asks a local DynamoDB by plain HTTP, so that nothing retries in between. */
export async function dynamoRequest(
  endpoint: string,
  operation: string,
  input: unknown,
): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: dynamoHeaders(operation),
    body: JSON.stringify(input),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

export function dynamoHeaders(operation: string): Record<string, string> {
  return {
    connection: 'close',
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': '20250101T000000Z',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=f, Signature=g',
  }
}

/** Resolves when the table can be used: a table is made behind the answer. */
export async function createNotes(endpoint: string): Promise<void> {
  await dynamoRequest(endpoint, 'CreateTable', {
    TableName: 'notes',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  })
  let description: unknown
  do {
    description = await dynamoRequest(endpoint, 'DescribeTable', { TableName: 'notes' })
  } while (!JSON.stringify(description).includes('"TableStatus":"ACTIVE"'))
}

export function putNote(endpoint: string, id: string): Promise<unknown> {
  return dynamoRequest(endpoint, 'PutItem', { TableName: 'notes', Item: { id: { S: id } } })
}

/** The ids of all notes, sorted. */
export async function readNotes(endpoint: string): Promise<readonly string[]> {
  const answer = JSON.stringify(await dynamoRequest(endpoint, 'Scan', { TableName: 'notes' }))
  return [...answer.matchAll(/"S":"([^"]*)"/g)].map(([, id]) => id ?? '').toSorted()
}

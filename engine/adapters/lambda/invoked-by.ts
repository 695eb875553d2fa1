import { recordsOf, textAt, valueAt } from './payload.ts'

const LONGEST = 200

const SERVICES: Readonly<Record<string, string>> = {
  sqs: 'SQS',
  sns: 'SNS',
  s3: 'S3',
  kinesis: 'Kinesis',
  dynamodb: 'DynamoDB',
  ses: 'SES',
}

/** By what a function was invoked, as far as that shows: `SQS: 3 records of orders`. */
export function invokedBy(payload: unknown): string | undefined {
  const by = byRecords(payload) ?? byRequest(payload) ?? byEvent(payload)
  return by?.slice(0, LONGEST)
}

function byRecords(payload: unknown): string | undefined {
  const records = recordsOf(payload)
  const [first] = records
  const source = textAt(first, 'eventSource') ?? textAt(first, 'EventSource')
  if (source === undefined) return undefined
  const name = source.split(':').at(-1) ?? source
  const count = records.length === 1 ? '1 record' : `${records.length} records`
  const from = originOf(first)
  return `${SERVICES[name] ?? name}: ${count}${from === undefined ? '' : ` of ${from}`}`
}

/** The name of the queue, topic, stream, table or bucket. */
function originOf(record: unknown): string | undefined {
  const arn = textAt(record, 'eventSourceARN') ?? textAt(record, 'Sns', 'TopicArn')
  const resource = arn?.split(':')[5]
  return resource?.split('/')[1] ?? resource ?? textAt(record, 's3', 'bucket', 'name')
}

/** Without the query, which may hold what is nobody's business. */
function byRequest(payload: unknown): string | undefined {
  const http = valueAt(payload, 'requestContext', 'http')
  const method = textAt(http, 'method') ?? textAt(payload, 'httpMethod')
  const path = textAt(http, 'path') ?? textAt(payload, 'path')
  if (method === undefined || path === undefined) return undefined
  return `${entranceOf(payload)}: ${method} ${path}`
}

function entranceOf(payload: unknown): string {
  if (valueAt(payload, 'requestContext', 'elb') !== undefined) return 'load balancer'
  const domain = textAt(payload, 'requestContext', 'domainName')
  return domain?.includes('.lambda-url.') === true ? 'function URL' : 'API Gateway'
}

function byEvent(payload: unknown): string | undefined {
  const type = textAt(payload, 'detail-type')
  const source = textAt(payload, 'source')
  return type === undefined || source === undefined
    ? undefined
    : `EventBridge: ${type} of ${source}`
}

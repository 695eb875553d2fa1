import assert from 'node:assert/strict'
import { configure } from 'stacktale'
import type { LogEvent } from 'stacktale'
import type { LambdaContext } from 'stacktale/lambda'
import { lambdaEvents } from 'stacktale/lambda'
import { memorySink } from 'stacktale/testing'
import { contextOf } from './context-for-test.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'
const TRACEPARENT = `00-${TRACE}-${SPAN}-01`
const AWS_TRACE = '5759e988bd862e3fe1be46a994272793'
const AWS_HEADER = `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1`

function traceparentOf(number: number): string {
  return `00-${number.toString(16).padStart(32, '0')}-${SPAN}-01`
}

function sqsRecord(traceparent?: string): object {
  return {
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:orders',
    messageAttributes:
      traceparent === undefined
        ? {}
        : { traceparent: { stringValue: traceparent, dataType: 'String' } },
  }
}

function kinesisRecord(data: string): object {
  return {
    eventSource: 'aws:kinesis',
    eventSourceARN: 'arn:aws:kinesis:eu-west-1:123456789012:stream/orders',
    kinesis: { data: Buffer.from(data).toString('base64') },
  }
}

const SOURCES: readonly (readonly [what: string, payload: object, title: string])[] = [
  [
    'API Gateway (REST)',
    {
      httpMethod: 'POST',
      path: '/orders',
      headers: { TraceParent: TRACEPARENT, 'X-Amzn-Trace-Id': AWS_HEADER },
      requestContext: { domainName: 'abc.execute-api.eu-west-1.amazonaws.com' },
    },
    'Invoked checkout by API Gateway: POST /orders',
  ],
  [
    'a function URL',
    {
      headers: { traceparent: TRACEPARENT },
      requestContext: {
        domainName: 'abc.lambda-url.eu-west-1.on.aws',
        http: { method: 'GET', path: '/orders/7' },
      },
    },
    'Invoked checkout by function URL: GET /orders/7',
  ],
  [
    'a load balancer, with headers of several values',
    {
      httpMethod: 'GET',
      path: '/orders',
      multiValueHeaders: { Traceparent: [TRACEPARENT] },
      requestContext: { elb: {} },
    },
    'Invoked checkout by load balancer: GET /orders',
  ],
  [
    'SQS',
    { Records: [sqsRecord(TRACEPARENT), sqsRecord()] },
    'Invoked checkout by SQS: 2 records of orders',
  ],
  [
    'SNS',
    {
      Records: [
        {
          EventSource: 'aws:sns',
          Sns: {
            TopicArn: 'arn:aws:sns:eu-west-1:123456789012:placed',
            MessageAttributes: { traceparent: { Type: 'String', Value: TRACEPARENT } },
          },
        },
      ],
    },
    'Invoked checkout by SNS: 1 record of placed',
  ],
  [
    'EventBridge',
    { 'detail-type': 'OrderPlaced', source: 'shop', detail: { traceparent: TRACEPARENT } },
    'Invoked checkout by EventBridge: OrderPlaced of shop',
  ],
  [
    'Kinesis',
    { Records: [kinesisRecord(JSON.stringify({ order: 7, traceparent: TRACEPARENT }))] },
    'Invoked checkout by Kinesis: 1 record of orders',
  ],
  ['a call of its own', { order: 7, traceparent: TRACEPARENT }, 'Invoked checkout'],
]

describe('the trace of an invocation', () => {
  const sink = memorySink()
  const handle = lambdaEvents((_payload: unknown) => undefined)
  const fromEnvironment = process.env['_X_AMZN_TRACE_ID']

  beforeEach(() => {
    sink.clear()
    configure({ sink })
    delete process.env['_X_AMZN_TRACE_ID']
  })

  after(() => {
    configure({ sink: undefined })
    if (fromEnvironment !== undefined) process.env['_X_AMZN_TRACE_ID'] = fromEnvironment
  })

  async function eventOf(
    payload: unknown,
    context: LambdaContext = contextOf(),
  ): Promise<LogEvent> {
    await handle(payload, context)
    return sink.only()
  }

  for (const [what, payload, title] of SOURCES) {
    it(`is that which came by ${what}`, async () => {
      const event = await eventOf(payload)
      assert.equal(event.trace, TRACE)
      assert.equal(event.parent, SPAN)
      assert.equal(event.title, title)
    })
  }

  it('is AWS’s own where no other came: of the headers', async () => {
    const event = await eventOf({ headers: { 'x-amzn-trace-id': AWS_HEADER } })
    assert.equal(event.trace, AWS_TRACE)
    assert.equal(event.parent, '53995c3f42cd8ad8')
  })

  it('is AWS’s own where no other came: of the first message', async () => {
    const message = { ...sqsRecord(), attributes: { AWSTraceHeader: AWS_HEADER } }
    assert.equal((await eventOf({ Records: [message] })).trace, AWS_TRACE)
  })

  it('is AWS’s own where no other came: of the context, then of the environment', async () => {
    process.env['_X_AMZN_TRACE_ID'] = AWS_HEADER.replace('5759e988', '11111111')
    const context = { ...contextOf(), xRayTraceId: AWS_HEADER }
    assert.equal((await eventOf({}, context)).trace, AWS_TRACE)
    sink.clear()
    assert.equal((await eventOf({})).trace, AWS_TRACE.replace('5759e988', '11111111'))
  })

  it('is a new one where none came, each time another', async () => {
    const first = await eventOf({})
    sink.clear()
    const second = await eventOf({ headers: { 'x-amzn-trace-id': 'Root=1-00000000-0' } })
    assert.match(first.trace ?? '', /^[\da-f]{32}$/)
    assert.match(second.trace ?? '', /^[\da-f]{32}$/)
    assert.notEqual(first.trace, second.trace)
  })

  it('is not what is none, which is told', async () => {
    const event = await eventOf({
      headers: { traceparent: 'nonsense', 'x-amzn-trace-id': AWS_HEADER },
    })
    assert.equal(event.trace, AWS_TRACE)
    assert.equal(event.level, 'warn')
    const told = event.lines.find(({ text }) => text === 'Came with a traceparent that is none')
    assert.deepEqual(told?.data, { traceparent: 'nonsense' })
  })

  it('is the first record’s, and those of the others are noted, at most ten', async () => {
    const numbers = [1, 2, 2, 1, 3]
    const few = await eventOf({
      Records: numbers.map((number) => sqsRecord(traceparentOf(number))),
    })
    assert.equal(few.trace, traceparentOf(1).split('-')[1])
    const { otherTraces, moreOtherTraces } = Object(few.lines[0]?.data)
    assert.deepEqual(
      otherTraces,
      [2, 3].map((number) => traceparentOf(number).split('-')[1]),
    )
    assert.equal(moreOtherTraces, undefined)
    sink.clear()
    const many = await eventOf({
      Records: Array.from({ length: 30 }, (_, number) => sqsRecord(traceparentOf(number + 1))),
    })
    assert.equal(Object(many.lines[0]?.data).otherTraces.length, 10)
    assert.equal(Object(many.lines[0]?.data).moreOtherTraces, 19)
  })

  it('is a new one where the data of a stream is not JSON', async () => {
    const event = await eventOf({ Records: [kinesisRecord('{not JSON'), kinesisRecord('text')] })
    assert.match(event.trace ?? '', /^[\da-f]{32}$/)
    assert.equal(event.level, 'info')
  })

  it('is found whatever a function is invoked with', async () => {
    for (const payload of [null, undefined, 7, 'text', [], { Records: [null] }, { headers: 7 }]) {
      sink.clear()
      assert.match((await eventOf(payload)).trace ?? '', /^[\da-f]{32}$/)
    }
  })
})

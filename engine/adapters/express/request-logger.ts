import type { Caller } from '../../depth/call-sites.ts'
import { runUnder } from '../../depth/flow.ts'
import { ownFrame } from '../../depth/function-place.ts'
import { GenericLogger } from '../../generic-logger.ts'

/** The logger of a request: its handlers are told as calls that the request made. */
export class RequestLogger extends GenericLogger {
  /** Tells of the request, then runs what answers it. */
  answer<Value>(text: string, data: object | undefined, work: () => Value): Value {
    ownFrame('answer')
    const { call } = this.addLine({ level: 'info', text, data }, entry())
    return runUnder(this, call, work)
  }
}

/** The method that the line comes in by. */
function entry(): Caller {
  const methods: object = RequestLogger.prototype
  return Reflect.get(methods, 'answer')
}

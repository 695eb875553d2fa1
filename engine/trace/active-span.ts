import type { TraceContext } from './trace-context.ts'
import { parseTrace } from './trace-context.ts'

/** Where @opentelemetry/api registers itself, whichever copy of it was loaded. */
const API = Symbol.for('opentelemetry.js.api.1')
const SPAN = Symbol.for('OpenTelemetry Context Key SPAN')

/** The trace of the active span of OpenTelemetry; undefined where it is not used. */
export function activeSpan(): TraceContext | undefined {
  const api = field(globalThis, API)
  if (api === undefined) return undefined
  try {
    const context = call(field(api, 'context'), 'active')
    const span = call(call(context, 'getValue', SPAN), 'spanContext')
    const flags = Number(field(span, 'traceFlags') ?? 1)
    const hex = (flags & 0xff).toString(16).padStart(2, '0')
    return parseTrace(
      `00-${String(field(span, 'traceId'))}-${String(field(span, 'spanId'))}-${hex}`,
    )
  } catch {
    return undefined
  }
}

function field(holder: unknown, name: string | symbol): unknown {
  if ((typeof holder !== 'object' && typeof holder !== 'function') || holder === null)
    return undefined
  return Reflect.get(holder, name)
}

function call(holder: unknown, name: string, ...details: readonly unknown[]): unknown {
  const method = field(holder, name)
  return typeof method === 'function' ? Reflect.apply(method, holder, details) : undefined
}

import type { TraceContext } from '../../trace/trace-context.ts'
import { parseTrace } from '../../trace/trace-context.ts'

/** Longer than any that AWS writes. */
const LONGEST = 1024
const ROOT = /(?:^|;)\s*Root=1-([\da-f]{8})-([\da-f]{24})(?:;|$)/
const PARENT = /(?:^|;)\s*Parent=([\da-f]{16})(?:;|$)/
const NOT_SAMPLED = /(?:^|;)\s*Sampled=0(?:;|$)/

/**
 * The trace that AWS's own header names, `X-Amzn-Trace-Id`: its root `1-8 digits-24 digits` is the 32
 * digits of a W3C trace.
 *
 * @returns undefined for anything else
 */
export function awsTrace(header: unknown): TraceContext | undefined {
  if (typeof header !== 'string' || header.length > LONGEST) return undefined
  const [, time, random] = ROOT.exec(header) ?? []
  if (time === undefined || random === undefined) return undefined
  const trace = parseTrace(`${time}${random}`)
  if (trace === undefined) return undefined
  const flags = NOT_SAMPLED.test(header) ? '00' : '01'
  const parent = PARENT.exec(header)?.[1]
  return { ...trace, flags, ...(parent !== undefined && !/^0+$/.test(parent) && { parent }) }
}

import { currentFlow } from './depth/flow.ts'
import { GenericLogger } from './generic-logger.ts'

/**
 * The logger that the running code is under: that of the innermost `step()` or `run()` around it,
 * through every `await`, timer and callback.
 *
 * @returns undefined outside of any
 * @example
 * ```ts
 * currentLogger()?.info('Logged into the right event, five calls down')
 * ```
 */
export function currentLogger(): GenericLogger | undefined {
  const current = currentFlow()?.current
  return current instanceof GenericLogger ? current : undefined
}

const HEADING_LINES = 1
const BEFORE_CALL = '    at '.length

/**
 * The innermost call outside of pino and its mixin, as the package pino-caller finds it: in the text
 * of the stack.
 */
export function callerOf({ stack = '' }: Error): string {
  const calls = stack.split('\n').slice(HEADING_LINES + 1)
  return calls.find((call) => !call.includes('node_modules/pino'))?.slice(BEFORE_CALL) ?? ''
}

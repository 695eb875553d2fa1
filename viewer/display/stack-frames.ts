/** One call of an error's stack. */
export interface StackFrame {
  readonly text: string
  /** Whether the application made it: neither Node.js nor a dependency. */
  readonly isOwn: boolean
}

const FOREIGN = /node_modules|\(?node:|<anonymous>\)?$|\bnative\b/

export function stackFrames(stack: string): readonly StackFrame[] {
  return stack
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((text) => ({ text, isOwn: !FOREIGN.test(text) }))
}

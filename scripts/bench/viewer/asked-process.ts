import { fork } from 'node:child_process'
import { once } from 'node:events'

/** A process that answers every message with a report. */
export interface AskedProcess<Report> extends AsyncDisposable {
  readonly ask: () => Promise<Report>
}

export function askedProcess<Report>(
  program: string,
  options: readonly string[],
  execArgv: readonly string[] = [],
): AskedProcess<Report> {
  const child = fork(program, options, { execArgv: [...execArgv] })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with code ${String(code)}.`)
  })
  failed.catch(() => undefined)
  return {
    ask: async () => {
      child.send('report')
      const [told] = await Promise.race([once(child, 'message'), failed])
      const report: Report = told
      return report
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

import { EXIT } from './exit-code.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const SIGTERM_EXIT_CODE = 143
const SIGHUP_EXIT_CODE = 129

const EXIT_CODES = {
  SIGINT: EXIT.interrupted,
  SIGTERM: SIGTERM_EXIT_CODE,
  SIGHUP: SIGHUP_EXIT_CODE,
} as const

/** Ends the process quietly at Ctrl-C, where no command has asked to end by itself. */
export function endOnSignals(): void {
  for (const signal of SIGNALS) {
    const end = (): void => {
      if (process.listenerCount(signal) === 1) process.exit(EXIT_CODES[signal])
      process.exitCode = EXIT_CODES[signal]
    }
    process.on(signal, end)
  }
}

/** Resolves at the first signal; the next one ends the process on the spot. */
export async function untilSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.off(signal, stop)
      resolve()
    }
    for (const signal of SIGNALS) process.on(signal, stop)
  })
}

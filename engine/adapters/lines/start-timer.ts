/** Calls back once after some milliseconds, unless it is stopped by what it returned. */
export type StartTimer = (callback: () => void, milliseconds: number) => () => void

/** A timer that keeps no process alive. */
export const startTimer: StartTimer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds).unref()
  return () => clearTimeout(timer)
}

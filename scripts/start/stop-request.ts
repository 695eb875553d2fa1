const FORCED_EXIT_CODE = 130
/** Ctrl-C under npm arrives twice, from the terminal and from npm: so close together it is one. */
const SAME_REQUEST_MS = 500

/** Aborts at the first signal to stop. A second one ends the process on the spot, and with it its children. */
export function stopRequest(): AbortSignal {
  const request = new AbortController()
  let requestedAt = 0
  const stop = (): void => {
    if (request.signal.aborted && performance.now() - requestedAt > SAME_REQUEST_MS) {
      process.exit(FORCED_EXIT_CODE)
    }
    if (!request.signal.aborted) requestedAt = performance.now()
    request.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return request.signal
}

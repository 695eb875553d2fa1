import type { Receipt } from '../sinks/sink.ts'
import type { Listener } from './shipment.ts'

/** Calls with a listener, and gives what it is told as a promise that may be left alone. */
export function promised(call: (listener: Listener) => void): Promise<Receipt> {
  const outcome = new Promise<Receipt>((stored, failed) => call({ stored, failed }))
  // A function of this scope would keep the call, and all that it knows, for as long as the promise waits.
  outcome.catch(ignore)
  return outcome
}

function ignore(): void {}

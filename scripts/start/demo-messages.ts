/** What the demo application's process is told. */
export interface BacklogCommand {
  readonly do: 'backlog'
  readonly events: number
  readonly days: number
  readonly seed: number
}

export interface TrafficCommand {
  readonly do: 'traffic'
  readonly everyMs: number
  readonly seed: number
}

export type DemoCommand = BacklogCommand | TrafficCommand | { readonly do: 'stop' }

/** What it answers: the events written, and those that could not be sent. */
export interface DemoAnswer {
  readonly did: 'backlog' | 'stop'
  readonly stored: number
  readonly unsent: number
}

export function isDemoCommand(message: unknown): message is DemoCommand {
  return typeof message === 'object' && message !== null && 'do' in message
}

export function isDemoAnswer(message: unknown): message is DemoAnswer {
  return typeof message === 'object' && message !== null && 'did' in message
}

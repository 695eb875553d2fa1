/** What the database's process is told when it starts, as its only argument. */
export interface ProcessOptions {
  readonly path?: string
  /** 0 for any free port. */
  readonly port: number
}

/** What it tells its parent once it answers requests. */
export interface ReadyMessage {
  readonly port: number
}

/** What its parent sends to end it. */
export const STOP = 'stop'

export function isReadyMessage(message: unknown): message is ReadyMessage {
  return (
    typeof message === 'object' &&
    message !== null &&
    'port' in message &&
    typeof message.port === 'number'
  )
}

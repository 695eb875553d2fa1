import { isObject } from './is-object.ts'

/** What has to be known of a pino logger to read its lines. */
export interface PinoConfig {
  readonly messageKey: string
  readonly errorKey: string
  /** The number of each level, by its name. */
  readonly values: object
  /** The name of each level, by its number. */
  readonly labels: object
}

export const PINO_DEFAULTS: PinoConfig = {
  messageKey: 'msg',
  errorKey: 'err',
  values: {},
  labels: {},
}

/** The settings that pino tells its destination of; undefined for any other message. */
export function pinoConfigIn(message: unknown): PinoConfig | undefined {
  if (!isObject(message) || message['code'] !== 'PINO_CONFIG') return undefined
  const { config } = message
  if (!isObject(config)) return undefined
  const { messageKey, errorKey } = config
  const levels = isObject(config['levels']) ? config['levels'] : {}
  return {
    messageKey: typeof messageKey === 'string' ? messageKey : PINO_DEFAULTS.messageKey,
    errorKey: typeof errorKey === 'string' ? errorKey : PINO_DEFAULTS.errorKey,
    values: isObject(levels['values']) ? levels['values'] : {},
    labels: isObject(levels['labels']) ? levels['labels'] : {},
  }
}

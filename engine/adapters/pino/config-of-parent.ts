import { parentPort, workerData } from 'node:worker_threads'
import { isObject } from './is-object.ts'
import type { PinoConfig } from './pino-config.ts'
import { PINO_DEFAULTS, pinoConfigIn } from './pino-config.ts'

/** The settings of the logger that this worker was started for: pino sends them once it is made. */
export function configOfParent(): Promise<PinoConfig> {
  const port = parentPort
  if (port === null || !isToldConfig(workerData)) return Promise.resolve(PINO_DEFAULTS)
  return new Promise((resolve) => {
    port.on('message', function told(message: unknown) {
      const config = pinoConfigIn(message)
      if (config === undefined) return
      port.off('message', told)
      resolve(config)
    })
  })
}

function isToldConfig(data: unknown): boolean {
  if (!isObject(data)) return false
  const { workerData: given } = data
  return isObject(given) && given['pinoWillSendConfig'] === true
}

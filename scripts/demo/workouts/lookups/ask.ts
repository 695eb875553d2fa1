import { LookupFailedError } from './lookup-failed-error.ts'
import type { Service } from './service.ts'
import { ServiceError } from './service-error.ts'
import type { Surroundings } from './surroundings.ts'

const ATTEMPTS = 3
const FIRST_PAUSE_MS = 20
/** A service that has just failed is likely to fail again. */
const REPEATED_FAILURE_RATE = 0.45

/** Hears of every attempt that failed and will be repeated. */
export interface LookupLog {
  retryingLookup(service: string, attempt: number, pauseMs: number, error: ServiceError): void
}

/** Asks a service and, when it fails, asks again after a pause that doubles. */
export async function ask<T>(
  service: Service,
  answer: () => T,
  surroundings: Surroundings,
  log: LookupLog,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await reach(service, attempt, surroundings)
      return answer()
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      if (attempt === ATTEMPTS) {
        throw new LookupFailedError(service.name, attempt, { cause: error })
      }
      const pauseMs = FIRST_PAUSE_MS * 2 ** attempt
      log.retryingLookup(service.name, attempt, pauseMs, error)
      await surroundings.latency(pauseMs)
    }
  }
}

async function reach(
  service: Service,
  attempt: number,
  { clock, latency, random, failureRate }: Surroundings,
): Promise<void> {
  await latency(random.between(service.fastestMs, service.slowestMs))
  const usual = failureRate?.(service, clock()) ?? service.failureRate
  const rate = attempt === 1 ? usual : Math.max(usual, REPEATED_FAILURE_RATE)
  if (random.chance(rate)) throw service.failure()
}

import { ServiceError } from './service-error.ts'

/** Something outside the program that answers, late or sometimes not at all. */
export interface Service {
  readonly name: string
  readonly fastestMs: number
  readonly slowestMs: number
  /** The share of first attempts that fail. */
  readonly failureRate: number
  readonly failure: () => ServiceError
}

export const exerciseDatabase: Service = {
  name: 'exercise repository',
  fastestMs: 4,
  slowestMs: 28,
  failureRate: 0.009,
  failure: () =>
    new ServiceError('QueryError', '57014', 'Query "exercises by component" was cancelled', {
      cause: new ServiceError(
        'DatabaseError',
        '57014',
        'canceling statement due to statement timeout',
      ),
    }),
}

export const inventoryApi: Service = {
  name: 'equipment inventory',
  fastestMs: 12,
  slowestMs: 60,
  failureRate: 0.08,
  failure: () =>
    new ServiceError('HttpError', '503', 'GET /equipment answered 503 Service Unavailable', {
      cause: new ServiceError(
        'PoolError',
        'ECONNREFUSED',
        'connect ECONNREFUSED 10.0.4.12:5432: all 20 connections of the pool are taken',
      ),
    }),
}

export const historyStore: Service = {
  name: 'training history',
  fastestMs: 3,
  slowestMs: 24,
  failureRate: 0.02,
  failure: () =>
    new ServiceError('StoreError', 'ECONNRESET', 'The connection broke while reading', {
      cause: new ServiceError('Error', 'ECONNRESET', 'read ECONNRESET'),
    }),
}

export const cardProcessor: Service = {
  name: 'card processor',
  fastestMs: 30,
  slowestMs: 60,
  failureRate: 0.04,
  failure: () =>
    new ServiceError('GatewayError', 'ETIMEDOUT', 'POST /charges was not answered in 2000 ms', {
      cause: new ServiceError('Error', 'ETIMEDOUT', 'connect ETIMEDOUT 203.0.113.20:443'),
    }),
}

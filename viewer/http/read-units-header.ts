import type { Response } from 'express'

/** Says what an answer cost where there is no page to say it on. */
export function sayReadUnits(response: Response, readUnits: number): void {
  response.set('Stacktale-Read-Units', String(readUnits))
}

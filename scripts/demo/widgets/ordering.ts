import express from 'express'
import { currentLogger } from 'stacktale'
import { requestErrors, requestEvents } from 'stacktale/express'
import type { Surroundings } from './surroundings.ts'

const VENDOR_PATIENCE_MS = 250
const SLOW_VENDOR = 0.08
const TRIES = 2

/** The service that orders from the vendors. */
export function ordering(surroundings: Surroundings): express.Express {
  const app = express()
  app.use(express.json(), requestEvents())

  app.post('/orders', async (request, response) => {
    const { widget, quantity, reservation } = Object(request.body)
    currentLogger()?.info(`Ordering ${quantity} of the ${widget}`, { reservation })
    const confirmation = await askVendor(surroundings)
    currentLogger()?.info(`The vendor confirmed the order ${confirmation}`)
    response.status(201).json({ order: confirmation })
  })

  app.use(requestErrors)
  app.use(
    (
      _error: unknown,
      _request: express.Request,
      response: express.Response,
      _next: express.NextFunction,
    ) => void response.status(504).json({ reason: 'the vendor did not answer' }),
  )
  return app
}

async function askVendor(surroundings: Surroundings): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callVendor(surroundings)
    } catch (cause) {
      currentLogger()?.warn(`The vendor did not answer in ${VENDOR_PATIENCE_MS} ms`, { attempt })
      if (attempt === TRIES) throw new Error('The vendor cannot be reached', { cause })
    }
  }
}

async function callVendor({ random, pass }: Surroundings): Promise<number> {
  currentLogger()?.debug('Calling the vendor')
  const isSlow = random.chance(SLOW_VENDOR ** 0.5)
  await pass(isSlow ? 10_000 : random.between(20, 90), AbortSignal.timeout(VENDOR_PATIENCE_MS))
  return random.wholeBetween(100_000, 999_999)
}

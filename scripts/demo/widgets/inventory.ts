import express from 'express'
import { currentLogger } from 'stacktale'
import { requestErrors, requestEvents } from 'stacktale/express'
import type { Surroundings } from './surroundings.ts'
import type { Widget } from './widget.ts'
import { WIDGETS, widgetOf } from './widget.ts'

/** The service that knows what is on the shelves, and sets it aside for buyers. */
export function inventory(surroundings: Surroundings): express.Express {
  const shelves = new Map(WIDGETS.map(({ id, shelf }) => [id, shelf]))
  const app = express()
  app.use(express.json(), requestEvents())

  app.post('/widgets/:id/reservations', async (request, response) => {
    const widget = widgetOf(Number(request.params.id))
    const quantity = Number(Object(request.body).quantity)
    if (widget === undefined || !(quantity > 0)) {
      currentLogger()?.warn('Asked for what is not sold here', { id: request.params.id, quantity })
      response.status(404).json({ reason: 'not sold here' })
      return
    }
    const left = await countShelf(widget, shelves, surroundings)
    if (left < quantity) {
      currentLogger()?.warn(`Only ${left} of the ${widget.name} left, ${quantity} are wanted`)
      await restock(widget, shelves, surroundings)
      response.status(409).json({ reason: 'out of stock', left })
      return
    }
    shelves.set(widget.id, left - quantity)
    currentLogger()?.info(`Set ${quantity} aside, ${left - quantity} stay on the shelf`)
    response.status(201).json({ reservation: surroundings.random.wholeBetween(10_000, 99_999) })
  })

  app.use(requestErrors)
  return app
}

async function countShelf(
  { id, name }: Widget,
  shelves: ReadonlyMap<number, number>,
  { random, pass }: Surroundings,
): Promise<number> {
  currentLogger()?.info(`Counting the shelf of the ${name}`)
  await pass(random.between(5, 40))
  return shelves.get(id) ?? 0
}

async function restock(
  { id, name, shelf }: Widget,
  shelves: Map<number, number>,
  { random, pass }: Surroundings,
): Promise<void> {
  currentLogger()?.info(`Asking the vendor for more of the ${name}`)
  await pass(random.between(20, 60))
  shelves.set(id, shelf)
  currentLogger()?.info(`${shelf} will be on the shelf again`)
}

import express from 'express'
import { currentLogger, tracedFetch } from 'stacktale'
import { requestErrors, requestEvents } from 'stacktale/express'
import type { Widget } from './widget.ts'
import { widgetOf } from './widget.ts'

/** Where the services are that purchasing calls. */
export interface Neighbours {
  readonly inventory: string
  readonly ordering: string
}

/** The service that buyers talk to. It asks the inventory, then ordering. */
export function purchasing({ inventory, ordering }: Neighbours): express.Express {
  const app = express()
  app.use(express.json(), requestEvents())

  app.post('/purchases', async (request, response) => {
    const { buyer, widget: id, quantity } = Object(request.body)
    const widget = widgetOf(Number(id))
    if (widget === undefined) {
      response.status(404).json({ reason: 'not sold here' })
      return
    }
    currentLogger()?.info(`${buyer} wants ${quantity} of the ${widget.name}`)
    const reservation = await reserve(inventory, widget, quantity)
    if (reservation === undefined) {
      currentLogger()?.warn(`Told ${buyer} that there are too few`)
      response.status(409).json({ reason: 'out of stock' })
      return
    }
    const order = await place(ordering, { widget: widget.name, quantity, reservation })
    if (order === undefined) {
      currentLogger()?.error(
        `${buyer}'s order could not be placed; the reservation runs out by itself`,
      )
      response.status(502).json({ reason: 'try again later' })
      return
    }
    const total = quantity * widget.price
    currentLogger()?.info(`Sold ${quantity} of the ${widget.name} to ${buyer} for $${total}`)
    response.status(201).json({ order, total })
  })

  app.use(requestErrors)
  return app
}

async function reserve(inventory: string, widget: Widget, quantity: number): Promise<unknown> {
  currentLogger()?.info('Asking the inventory to set them aside')
  const { status, answer } = await post(`${inventory}/widgets/${widget.id}/reservations`, {
    quantity,
  })
  return status === 201 ? answer['reservation'] : undefined
}

async function place(ordering: string, wanted: object): Promise<unknown> {
  currentLogger()?.info('Placing the order')
  const { status, answer } = await post(`${ordering}/orders`, wanted)
  return status === 201 ? answer['order'] : undefined
}

async function post(
  address: string,
  body: object,
): Promise<{ readonly status: number; readonly answer: Readonly<Record<string, unknown>> }> {
  const response = await tracedFetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: Record<string, unknown> = Object(await response.json())
  currentLogger()?.debug(`${new URL(address).pathname} answered ${response.status}`, answer)
  return { status: response.status, answer }
}

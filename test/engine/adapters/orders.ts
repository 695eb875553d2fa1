import { GenericLogger } from 'stacktale'

/** Runs work in an event of `order_1`, and commits it. */
export async function inOrder(work: () => unknown): Promise<void> {
  await commitOrder(1, work)
}

/** Runs work in events of `order_1` and `order_2` at the same time, and commits them. */
export async function inTwoOrders(work: (id: number) => unknown): Promise<void> {
  await Promise.all([1, 2].map(async (id) => await commitOrder(id, () => work(id))))
}

async function commitOrder(id: number, work: () => unknown): Promise<void> {
  const log = new GenericLogger({ id }, 'order')
  await log.run(work)
  await log.commit()
}

import type { CountsItem } from '../item/item.ts'
import type { TableLocation } from './client.ts'
import { putWhere } from './put-where.ts'

/**
 * Puts what one writer counted in a day in the place of what it put before. A put that was thought lost
 * may arrive after a later one: it must not win, so the table compares how many events each counts.
 *
 * @throws StacktaleError what hindered it
 */
export async function putCounts(location: TableLocation, item: CountsItem): Promise<void> {
  await putWhere(location, item, {
    expression: 'attribute_not_exists(#events) OR #events < :events',
    names: { '#events': 'events' },
    values: { ':events': item.events },
  })
}

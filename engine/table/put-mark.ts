import type { WarningItem } from '../item/item.ts'
import type { TableLocation } from './client.ts'
import { putWhere } from './put-where.ts'

/**
 * Puts a mark where there is none.
 *
 * @returns false where there was one
 * @throws StacktaleError what hindered it
 */
export async function putMark(location: TableLocation, item: WarningItem): Promise<boolean> {
  return await putWhere(location, item, {
    expression: 'attribute_not_exists(#object)',
    names: { '#object': 'object' },
  })
}

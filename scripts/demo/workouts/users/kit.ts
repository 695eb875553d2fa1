import type { Equipment } from '../exercises/equipment.ts'
import { EQUIPMENT } from '../exercises/equipment.ts'

export const KITS = ['gym', 'garage', 'living room', 'hotel', 'park', 'bare floor'] as const

/** Where a user trains. */
export type Kit = (typeof KITS)[number]

/** What there is to train with at such a place. */
export const KIT_EQUIPMENT: Readonly<Record<Kit, readonly Equipment[]>> = {
  gym: EQUIPMENT.filter((item) => item !== 'hurdles' && item !== 'balance pad'),
  garage: [
    'foam roller',
    'band',
    'dumbbells',
    'kettlebell',
    'barbell',
    'rack',
    'bench',
    'box',
    'pull-up bar',
    'jump rope',
    'rower',
    'medicine ball',
  ],
  'living room': ['foam roller', 'massage ball', 'band', 'dumbbells', 'stability ball', 'bench'],
  hotel: ['band', 'massage ball', 'treadmill', 'dumbbells'],
  park: ['band', 'pull-up bar', 'box', 'cones', 'suspension trainer', 'medicine ball'],
  'bare floor': [],
}

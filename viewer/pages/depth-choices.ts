import type { StoredEvent } from '../../engine/table/event-page.ts'
import type { Addresses } from '../addresses.ts'
import { DEEPEST } from '../query/event-filters.ts'

/** A link that unfolds a story so far. */
export interface DepthChoice {
  readonly label: string
  /** What the label means, in full. */
  readonly title: string
  readonly address: string
  readonly depth: number | undefined
  readonly isCurrent: boolean
}

const MOST_NUMBERED = 5

/** @param current the depth that the address asks for */
export function depthChoices(
  { object, timestamp, lines }: StoredEvent,
  addresses: Addresses,
  current: number | undefined,
): readonly DepthChoice[] {
  const deepest = lines.reduce((highest, { depth }) => Math.max(highest, depth), 0)
  if (deepest === 0) return []
  const choice = (label: string, title: string, depth?: number): DepthChoice => ({
    label,
    title,
    address: addresses.event(object, timestamp, 'page', { depth }),
    depth,
    isCurrent: depth === current,
  })
  const numbered = Array.from({ length: Math.min(deepest, MOST_NUMBERED) }, (_, index) =>
    choice(String(index + 1), `Unfold to depth ${index + 1}`, index + 1),
  )
  return [
    choice('auto', 'Fold only long blocks without a warning'),
    ...numbered,
    choice('all', 'Unfold everything', DEEPEST),
  ]
}

/** What the demo's shop sells. */
export interface Widget {
  readonly id: number
  readonly name: string
  readonly price: number
  /** How many a full shelf holds. */
  readonly shelf: number
}

export const WIDGETS: readonly Widget[] = [
  { id: 1, name: 'left-handed widget', price: 4, shelf: 60 },
  { id: 2, name: 'right-handed widget', price: 4, shelf: 90 },
  { id: 3, name: 'widget with a bell', price: 11, shelf: 25 },
  { id: 4, name: 'collapsible widget', price: 19, shelf: 18 },
  { id: 5, name: 'widget for the garden', price: 27, shelf: 12 },
  { id: 6, name: 'widget, hand-painted', price: 85, shelf: 4 },
]

export function widgetOf(id: number): Widget | undefined {
  return WIDGETS.find((widget) => widget.id === id)
}

const COUNT = 100
const LENGTH = 40

/** Messages of the usual length, each another; after as many calls the event loop turns. */
export const TEXTS: readonly string[] = Array.from({ length: COUNT }, (_, index) =>
  [`Picked exercise ${index}`, ' and went on with the next']
    .join('')
    .slice(0, LENGTH)
    .padEnd(LENGTH, '.'),
)

/** As many as an event of the usual size has. */
export const EVENT_TEXTS: readonly string[] = TEXTS.slice(0, 40)

/** Data of the usual kind, for each text. */
export const DATA: readonly { readonly id: number; readonly reps: number }[] = TEXTS.map(
  (_, index) => ({ id: index, reps: 12 }),
)

/**
 * An event is found under the time of its commit, and may get to the table later than a younger one: who
 * looks for what is new goes this far back beyond the last look, and leaves out what was seen.
 */
export const LATE_EVENTS_MS = 30_000

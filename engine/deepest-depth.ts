/** Calls that are deeper count as this deep: no stack is, and a table may hold any number. */
export const DEEPEST_DEPTH = 100_000

import { ERA, eventMs, PREFIXES, smallEvent, SPACING_MS } from './stories.ts'

/** Pages alike, no two the same. */
export interface PageKind {
  readonly name: string
  readonly pathAt: (count: number) => string
}

/** The pages end within this time before the small table's newest event: all that they show is in it. */
const LATEST_MS = 3_600_000
const EARLIEST_MS = ERA * SPACING_MS * 0.35
const SPREAD_MS = EARLIEST_MS - LATEST_MS
const GOLDEN = 0.618034

/**
 * @param newest the place of the small table's newest event, counted from the end
 * @param stories addresses of stories of an ordinary length
 */
export function pageKinds(newest: number, stories: readonly string[]): readonly PageKind[] {
  const objects = [
    ...new Set(Array.from({ length: ERA }, (_, index) => smallEvent(newest + index).object)),
  ]
  const timeAt = (count: number): string =>
    new Date(
      eventMs(newest) - LATEST_MS - Math.floor(((count * GOLDEN) % 1) * SPREAD_MS),
    ).toISOString()
  const [, prefix] = PREFIXES
  return [
    { name: 'list of all prefixes', pathAt: (count) => `/?to=${timeAt(count)}` },
    { name: 'list of one prefix', pathAt: (count) => `/?prefix=${prefix}&to=${timeAt(count)}` },
    {
      name: 'list of warnings',
      pathAt: (count) => `/?prefix=${prefix}&level=warn&to=${timeAt(count)}`,
    },
    { name: 'list of one object', pathAt: (count) => `/objects/${pick(objects, count)}` },
    { name: 'story of 40 lines', pathAt: (count) => pick(stories, count) },
  ]
}

function pick(from: readonly string[], count: number): string {
  return from[count % from.length] ?? ''
}

import type { Link } from './link.ts'

/** One of several links, of which one is where the page is. */
export interface Choice extends Link {
  /** Of the class that gives it its mark. */
  readonly name: string
  readonly isCurrent: boolean
}

/** What a page shows. */
export interface Shown {
  /** Events that it lists, or lines of its story. */
  readonly rows: number
  /** Before compression. */
  readonly bytes: number
  readonly readUnits: number
}

const ROW = / data-row[ >]/g
const READ_UNITS = /cost <strong>([\d.,]+) read units?</

export function shownOn(page: string): Shown {
  return {
    rows: page.match(ROW)?.length ?? 0,
    bytes: Buffer.byteLength(page),
    readUnits: Number(READ_UNITS.exec(page)?.[1] ?? 0),
  }
}

export function averageOf(shown: readonly Shown[]): Shown {
  const average = (valueOf: (each: Shown) => number): number =>
    shown.reduce((sum, each) => sum + valueOf(each), 0) / shown.length
  return {
    rows: average(({ rows }) => rows),
    bytes: average(({ bytes }) => bytes),
    readUnits: average(({ readUnits }) => readUnits),
  }
}

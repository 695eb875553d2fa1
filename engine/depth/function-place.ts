import { callSitesAbove } from './call-sites.ts'
import type { Script } from './script.ts'
import { scriptOf } from './script.ts'

/** A function of the program, told from others by where it begins. The same object for the same function. */
export interface FunctionPlace {
  readonly script: Script
  readonly line: number
  readonly column: number
}

/** The functions of the engine that call back into the application, and so stand between its calls. */
const own = new Set<FunctionPlace>()

/** The function that a frame runs; undefined for one that is the engine's. */
export function placeOf(site: NodeJS.CallSite, script: Script): FunctionPlace | undefined {
  const line = site.getEnclosingLineNumber() ?? 0
  const place = placeIn(script, line, site.getEnclosingColumnNumber() ?? 0)
  return own.size > 0 && own.has(place) ? undefined : place
}

const marked = new Set<string>()

/**
 * Says, once for each name, that the function which calls this is the engine's: so it is told from
 * the application's also where a bundler put both into one file and renamed them.
 */
export function ownFrame(name: string): void {
  if (marked.has(name)) return
  marked.add(name)
  const site = callSitesAbove(ownFrame)[0]
  const file = site?.getFileName()
  if (site === undefined || file === undefined || file === null) return
  const script = scriptOf(file)
  own.add(placeIn(script, site.getEnclosingLineNumber() ?? 0, site.getEnclosingColumnNumber() ?? 0))
}

function placeIn(script: Script, line: number, column: number): FunctionPlace {
  let onLine = script.places.get(line)
  if (onLine === undefined) {
    onLine = new Map()
    script.places.set(line, onLine)
  }
  const known = onLine.get(column)
  if (known !== undefined) return known
  const place = { script, line, column }
  onLine.set(column, place)
  return place
}

import { callSitesAbove } from './call-sites.ts'
import type { Frame } from './frame.ts'
import type { FunctionPlace } from './function-place.ts'

/** A file of code. */
export interface Script {
  readonly name: string
  /** Whether its functions are the application's own: not Node's, a dependency's or the engine's. */
  readonly isApplication: boolean
  /** Its functions that were seen, by the line and the column where they begin. */
  readonly places: Map<number, Map<number, FunctionPlace>>
  /** Its places that make calls, as far as they were seen, by their positions. */
  readonly frames: Map<number, Frame>
}

const scripts = new Map<string, Script>()

/** The script of that name, the same object each time. */
export function scriptOf(name: string): Script {
  const known = scripts.get(name)
  if (known !== undefined) return known
  const script = { name, isApplication: isApplication(name), places: new Map(), frames: new Map() }
  scripts.set(name, script)
  return script
}

/** A package that is itself the program, installed under node_modules, is the application. */
const PROGRAM_FOLDER = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+[/\\]/.exec(
  process.argv[1] ?? '',
)?.[0]

const ENGINE_FOLDER = engineFolder()

function isApplication(name: string): boolean {
  if (name.startsWith('node:')) return false
  if (ENGINE_FOLDER !== undefined && name.startsWith(ENGINE_FOLDER)) return false
  const path = name.startsWith('file://') ? decodeURIComponent(name.slice('file://'.length)) : name
  const inProgram = PROGRAM_FOLDER !== undefined && path.startsWith(PROGRAM_FOLDER)
  return !/[/\\]node_modules[/\\]/.test(inProgram ? path.slice(PROGRAM_FOLDER.length - 1) : path)
}

/** The folder that the engine runs from; undefined where a bundler has put it into another file. */
function engineFolder(): string | undefined {
  const own = callSitesAbove(engineFolder)[0]?.getFileName()
  return /^(.*[/\\])depth[/\\]script\.[jt]s$/.exec(own ?? '')?.[1]
}

import type { FunctionPlace } from './function-place.ts'
import { placeOf } from './function-place.ts'
import { scriptOf } from './script.ts'

/** A place in the program that makes calls, as a frame of the stack shows it. The same object for the same place. */
export interface Frame {
  /** The file; undefined for V8's own code. */
  readonly file: string | undefined
  /** Where in the file, in characters. */
  readonly position: number
  /** The function of the application that it is in; undefined where that is somebody else's. */
  readonly place: FunctionPlace | undefined
}

const NATIVE: Frame = { file: undefined, position: -1, place: undefined }

/** What a call site shows. */
export function frameOf(site: NodeJS.CallSite): Frame {
  const file = fileOf(site)
  if (file === undefined) return NATIVE
  const script = scriptOf(file)
  const position = site.getPosition()
  const known = script.frames.get(position)
  if (known !== undefined) return known
  const place = script.isApplication ? placeOf(site, script) : undefined
  const frame = { file, position, place }
  script.frames.set(position, frame)
  return frame
}

/** Whether a call site shows that frame. Each question to V8 costs as much as everything else here. */
export function shows(site: NodeJS.CallSite, { file, position }: Frame): boolean {
  return site.getPosition() === position && site.getFileName() === file
}

/** Frames without a file are V8's own, but for code that was made by `eval`. */
function fileOf(site: NodeJS.CallSite): string | undefined {
  return site.getFileName() ?? (site.isEval() ? site.getEvalOrigin() : undefined)
}

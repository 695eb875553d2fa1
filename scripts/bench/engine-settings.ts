import { configure } from 'stacktale'
import type { Options } from 'stacktale'
import { nullSink } from './null-sink.ts'

/** The options that a comparison may want otherwise than by default. */
export type EngineSettings = Pick<Options, 'level' | 'depth' | 'sink'>

const DEFAULTS: EngineSettings = { level: undefined, depth: undefined, sink: nullSink }

/** Sets the engine up as a comparison wants it, and everything else by default. */
export function useSettings(settings: EngineSettings = {}): void {
  configure({ ...DEFAULTS, ...settings })
}

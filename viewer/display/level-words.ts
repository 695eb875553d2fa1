import type { Level } from '../../engine/level.ts'

interface LevelWords {
  /** What a single line or event is. */
  readonly name: string
  /** What a filter of this level shows. */
  readonly filter: string
  /** In a sentence, after "events". */
  readonly phrase: string
}

const WORDS: Readonly<Record<Level, LevelWords>> = {
  debug: { name: 'Debug', filter: 'Debug', phrase: 'at every level' },
  info: { name: 'Info', filter: 'Info', phrase: 'at info or above' },
  warn: { name: 'Warning', filter: 'Warnings', phrase: 'with warnings or errors' },
  error: { name: 'Error', filter: 'Errors', phrase: 'with errors' },
}

export function levelWords(level: Level): LevelWords {
  return WORDS[level]
}

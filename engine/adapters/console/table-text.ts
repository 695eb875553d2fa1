import { Console } from 'node:console'
import { Writable } from 'node:stream'
import type { ConsoleText } from './console-text.ts'

/** The table that Node draws. */
export function tableText(details: readonly unknown[]): ConsoleText {
  let text = ''
  const stdout = new Writable({
    decodeStrings: false,
    write: (piece, _encoding, done) => {
      text += String(piece)
      done()
    },
  })
  const drawing = new Console({ stdout, colorMode: false })
  const [table, columns] = details
  drawing.table(table, isTexts(columns) ? columns : undefined)
  return { text: text.trimEnd() }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

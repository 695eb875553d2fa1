import { createInterface } from 'node:readline/promises'
import { CommandError } from './command-error.ts'
import type { Screen } from './screen.ts'

/**
 * Asks for a text to be typed, as a person would not by mistake.
 *
 * @throws CommandError `not-confirmed` for anything else
 */
export async function confirmByTyping(text: string, screen: Screen): Promise<void> {
  screen.warning(`This cannot be undone. Type ${text} to go on:`)
  if ((await typedLine()) === text) return
  throw new CommandError('not-confirmed', `Nothing was erased: "${text}" was not typed.`)
}

/** @returns undefined where the input ends first */
async function typedLine(): Promise<string | undefined> {
  const input = createInterface({ input: process.stdin })
  try {
    for await (const line of input) return line.trim()
    return undefined
  } finally {
    input.close()
  }
}

import { pathToFileURL } from 'node:url'
import { displayWidth } from '../../engine/sinks/console/display-width.ts'
import { ASCII, UNICODE } from '../../engine/sinks/console/glyphs.ts'
import type { Look } from '../../engine/sinks/console/look.ts'
import type { Paint } from '../../engine/sinks/console/styles.ts'
import { paintColours, paintNothing } from '../../engine/sinks/console/styles.ts'
import { visibleText } from '../../engine/sinks/console/visible-text.ts'
import { wantsColour } from '../../engine/sinks/console/wants-colour.ts'
import { EXIT } from './exit-code.ts'

const CLEAR_LINE = '\r\u001b[K'
const PROGRESS_EVERY_MS = 100

/** What commands write on: the answer to standard output, everything about it to standard error. */
export class Screen {
  readonly isTerminal: boolean = process.stdout.isTTY
  readonly hasColours: boolean = wantsColour({ isTTY: process.stdout.isTTY, env: process.env })
  readonly hasErrorColours: boolean = wantsColour({ isTTY: process.stderr.isTTY, env: process.env })
  readonly #showsProgress = process.stderr.isTTY && process.env['TERM'] !== 'dumb'
  #progressShownAt = -Infinity
  #isProgressShown = false

  constructor() {
    process.stdout.on('error', (error) => {
      // Who read the output has seen enough, as `head` does.
      process.exit(isGone(error) ? EXIT.fine : EXIT.failed)
    })
    process.stderr.on('error', () => {})
    if (this.#showsProgress) process.on('exit', () => this.#clearProgress())
  }

  /** How the console's rendering draws on standard output. */
  get look(): Look {
    const path = `${process.cwd()}/`
    return {
      glyphs: this.isTerminal || this.hasColours ? UNICODE : ASCII,
      paint: this.paint,
      columns: this.columns,
      folder: { path, href: pathToFileURL(path).href },
    }
  }

  get paint(): Paint {
    return this.hasColours ? paintColours : paintNothing
  }

  /** How wide the terminal is; undefined where it is none. */
  get columns(): number | undefined {
    return this.isTerminal ? process.stdout.columns : undefined
  }

  /** Writes to standard output. The text is written as it is: who makes it makes control characters visible. */
  async print(text: string): Promise<void> {
    this.#clearProgress()
    await new Promise<void>((resolve) => {
      process.stdout.write(text, () => resolve())
    })
  }

  /** Says something about the answer in a line on standard error. */
  note(text: string): void {
    this.#say(text, 'dim')
  }

  warning(text: string): void {
    this.#say(text, 'warn')
  }

  error(text: string): void {
    this.#say(text, 'error')
  }

  /** Replaces a line on the terminal that says how far long work is. Elsewhere it says nothing. */
  progress(text: string): void {
    const now = performance.now()
    if (!this.#showsProgress || now - this.#progressShownAt < PROGRESS_EVERY_MS) return
    this.#progressShownAt = now
    this.#isProgressShown = true
    const line = oneLine(text)
    const room = process.stderr.columns - 1
    process.stderr.write(CLEAR_LINE + (displayWidth(line) > room ? line.slice(0, room) : line))
  }

  #say(text: string, style: 'dim' | 'warn' | 'error'): void {
    this.#clearProgress()
    const paint = this.hasErrorColours ? paintColours : paintNothing
    process.stderr.write(`${paint(oneLine(text), style)}\n`)
  }

  #clearProgress(): void {
    if (this.#isProgressShown) process.stderr.write(CLEAR_LINE)
    this.#isProgressShown = false
  }
}

function oneLine(text: string): string {
  return visibleText(text.trim().replaceAll(/\s*\n\s*/g, ' '))
}

function isGone(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE'
}

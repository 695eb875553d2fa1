import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

const LABEL_WIDTH = 10
const CLEAR_LINE = '\r\u001B[K'

/** Says in a few aligned rows what goes on. In colour on a terminal, unless `NO_COLOR` is set. */
export class Terminal {
  readonly #stream: NodeJS.WriteStream
  readonly #inColour: boolean
  #isBusy = false

  constructor(stream: NodeJS.WriteStream = process.stdout) {
    this.#stream = stream
    this.#inColour = stream.isTTY && stream.hasColors()
    // A terminal that was closed, or a reader that is gone, must not keep anything from being stored.
    stream.on('error', () => {})
  }

  heading(name: string, motto: string): void {
    this.#print(`\n  ${this.#style('bold', name)}  ${this.#style('dim', motto)}\n\n`)
  }

  row(label: string, text: string): void {
    this.#print(`${this.#label(label)}${text}\n`)
  }

  /** A row that the next one replaces. Shown on a terminal only. */
  busy(label: string, text: string): void {
    if (!this.#stream.isTTY) return
    this.#print(`${this.#label(label)}${text}`)
    this.#isBusy = true
  }

  warning(label: string, text: string): void {
    this.row(label, this.#style('yellow', text))
  }

  address(url: string): void {
    this.#print(`\n  ${this.#style('green', '➜')}  ${this.#style(['bold', 'cyan'], url)}\n`)
  }

  goodbye(text: string): void {
    this.#print(`\n  ${text}\n`)
  }

  #label(label: string): string {
    return `  ${this.#style('dim', label.padEnd(LABEL_WIDTH))}`
  }

  #print(text: string): void {
    this.#stream.write(this.#isBusy ? CLEAR_LINE + text : text)
    this.#isBusy = false
  }

  #style(format: Format, text: string): string {
    return this.#inColour ? styleText(format, text) : text
  }
}

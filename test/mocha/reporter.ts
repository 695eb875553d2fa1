import { fileURLToPath } from 'node:url'
import Mocha from 'mocha'
import { keepNotes } from './note.ts'

/** Mocha's own report, closed by the counts alone on a line for whoever reads the output by program. */
export default class CountingReporter extends Mocha.reporters.Spec {
  #isDone = false

  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options)
    keepNotes(runner)
    process.once('exit', () => this.#assertDone())
    if (runner.isParallelMode()) {
      runner.workerReporter(fileURLToPath(import.meta.resolve('./job-reporter.js')))
    }
  }

  override done(failures: number, finish?: (failures: number) => void): void {
    const skipped = this.stats.pending > 0 ? `, ${this.stats.pending} skipped` : ''
    this.#isDone = true
    console.log(`${this.stats.passes} passed, ${this.stats.failures} failed${skipped}`)
    finish?.(failures)
  }

  /** Where several jobs die, mocha may have nothing left to wait for, and would end as if all were well. */
  #assertDone(): void {
    if (this.#isDone) return
    console.error('The run ended before all tests had.')
    process.exitCode = 1
  }
}

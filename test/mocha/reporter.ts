import { fileURLToPath } from 'node:url'
import Mocha from 'mocha'
import { keepNotes } from './note.ts'

/** Mocha's own report, closed by the counts alone on a line for whoever reads the output by program. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options)
    keepNotes(runner)
    if (runner.isParallelMode()) {
      runner.workerReporter(fileURLToPath(import.meta.resolve('./job-reporter.js')))
    }
  }

  override done(failures: number, finish?: (failures: number) => void): void {
    const skipped = this.stats.pending > 0 ? `, ${this.stats.pending} skipped` : ''
    console.log(`${this.stats.passes} passed, ${this.stats.failures} failed${skipped}`)
    finish?.(failures)
  }
}

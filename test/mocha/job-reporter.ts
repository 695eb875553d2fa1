import ParallelBuffered from 'mocha/lib/nodejs/reporters/parallel-buffered.cjs'
import { keepNotes } from './note.ts'
import { makeSendable } from './sendable-error.ts'

/** What a job of a parallel run reports to the process that prints it. */
export default class JobReporter extends ParallelBuffered {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    // Before mocha's own listeners, which turn values into text.
    runner.on('fail', (_test, error) => makeSendable(error))
    super(runner, options)
    keepNotes(runner)
  }
}

// What mocha 12 has for runs in parallel, and its types do not.
declare module 'mocha/lib/nodejs/reporters/parallel-buffered.cjs' {
  import type Mocha from 'mocha'

  /** Keeps a job's results until its file is done, then sends them. */
  export default class ParallelBuffered extends Mocha.reporters.Base {}
}

declare namespace Mocha {
  interface Runner {
    isParallelMode(): boolean
    /** Sets the module whose default export reports in the jobs. */
    workerReporter(path: string): this
  }
}

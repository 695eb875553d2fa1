/**
 * Runs something after all tests of this process. To be called while a file is loaded, outside of any suite.
 * In a job of a parallel run such a hook would belong to the one file that was loaded first, while what tests share
 * goes on being used by the files after it: there it ends with the job's process, by itself.
 */
export function atEndOfTests(end: () => Promise<void>): void {
  const isJob = process.env['MOCHA_WORKER_ID'] !== undefined
  if (!isJob) globalThis.after?.(end)
}

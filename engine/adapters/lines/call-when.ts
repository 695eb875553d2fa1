/** For streams, which wait by callbacks: calls back once work is over, outside of the promise's own errors. */
export function callWhen(work: Promise<unknown>, done: () => void): void {
  const callBack = (): void => queueMicrotask(done)
  void work.then(callBack, callBack)
}

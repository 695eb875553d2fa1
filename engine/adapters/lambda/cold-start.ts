let isCold = true

/** Whether this is the first invocation of the process: true once. */
export function takeColdStart(): boolean {
  const wasCold = isCold
  isCold = false
  return wasCold
}

const NS_PER_US = 1000

/**
 * The processor's time that this process has taken, in nanoseconds: what other processes do meanwhile
 * does not count, what V8's own threads do for this one does.
 */
export function cpuTimeNs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) * NS_PER_US
}

/** A clock of the processor's time that can stand still. */
export class CpuStopwatch {
  #stoodNs = 0

  readonly now = (): number => cpuTimeNs() - this.#stoodNs

  /** Lets work be done in no time of this clock's. */
  async standStillDuring(work: () => Promise<unknown>): Promise<void> {
    const stoppedAt = cpuTimeNs()
    await work()
    this.#stoodNs += cpuTimeNs() - stoppedAt
  }
}

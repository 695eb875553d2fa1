/** Takes about so many milliseconds, or only says that it did. */
export type Latency = (ms: number) => Promise<void>

export const realLatency: Latency = async (ms) => {
  await new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

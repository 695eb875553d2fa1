// Shows where the time goes: a line's stages one by one, and what V8's profiler saw.
import type { EngineSettings } from './engine-settings.ts'
import { useSettings } from './engine-settings.ts'
import { THOROUGH } from './effort.ts'
import { ourEvent } from './peers/our-event.ts'
import { hotFunctions } from './profile/sampled.ts'
import { measureStages } from './profile/stages.ts'
import { runUnderFrames, USUAL_FRAMES } from './under-frames.ts'

const BURSTS = 5_000
const SHOWN = 20

useSettings()
console.log(`Node ${process.versions.node}, ${USUAL_FRAMES} frames, microseconds a line`)
for (const { what, ns } of await measureStages(THOROUGH)) {
  console.log(`${(ns / 1000).toFixed(2).padStart(8)}  ${what}`)
}
await showHotFunctions('events with depth', {})
await showHotFunctions('events without depth', { depth: false })

async function showHotFunctions(what: string, settings: EngineSettings): Promise<void> {
  useSettings(settings)
  const { burst, arrived } = ourEvent()
  const hot = await hotFunctions(async () => {
    for (let count = 0; count < BURSTS; count += 1) {
      await runUnderFrames(USUAL_FRAMES, burst)
      await arrived()
    }
  })
  console.log(`\nOf the time of ${what}, each function by itself took`)
  for (const { name, where, share } of hot.slice(0, SHOWN)) {
    console.log(`${(share * 100).toFixed(1).padStart(7)}%  ${name}  ${where}`)
  }
}

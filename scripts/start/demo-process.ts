// The demo application's own process: an ordinary user of the engine, which knows nothing of the viewer.
// Like the database's, it ends by its parent's word and not by a terminal's signals.
import { configure, flush } from 'stacktale'
import { keepCountsCurrent } from '../demo/keep-counts-current.ts'
import { seedBacklog } from '../demo/workouts/backlog.ts'
import { runForever } from '../demo/workouts/traffic.ts'
import { isDemoCommand } from './demo-messages.ts'
import type { DemoAnswer, DemoCommand } from './demo-messages.ts'

const stopping = new AbortController()
let traffic: Promise<void> = Promise.resolve()

process.title = 'stacktale-demo'
configure({ service: 'workouts', host: 'studio-1' })
keepCountsCurrent()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit(1))
process.on('message', (message) => {
  if (isDemoCommand(message)) void obey(message)
})

async function obey(command: DemoCommand): Promise<void> {
  switch (command.do) {
    case 'backlog': {
      const { events, days, seed } = command
      await seedBacklog({ events, days, seed, now: Date.now() })
      return await answer('backlog')
    }
    case 'traffic': {
      const { everyMs, seed } = command
      traffic = runForever({ everyMs, seed, signal: stopping.signal })
      return await traffic
    }
    case 'stop': {
      stopping.abort()
      await traffic
      await answer('stop')
      process.exit(0)
    }
  }
}

async function answer(did: DemoAnswer['did']): Promise<void> {
  const { stored, inFlight } = await flush()
  const message: DemoAnswer = { did, stored, unsent: inFlight }
  await new Promise((resolve) => process.send?.(message, undefined, undefined, resolve))
}

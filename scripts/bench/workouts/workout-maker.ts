import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Answer, Job, WorkoutOptions } from './job.ts'
import { isAnswer } from './job.ts'

const ENTRY = fileURLToPath(new URL('./workout-process.js', import.meta.url))

/** A process that generates workouts on demand. */
export interface WorkoutMaker {
  make(job: Job): Promise<Answer>
  stop(): Promise<void>
}

export function startWorkoutMaker(options: WorkoutOptions): WorkoutMaker {
  const child = fork(ENTRY, [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  })
  const exit = once(child, 'exit')
  return {
    make: async (job) => {
      const answered = Promise.race([once(child, 'message'), exit])
      child.send(job)
      const [answer]: readonly unknown[] = await answered
      if (!isAnswer(answer))
        throw new Error(`The process that generates workouts ended: ${String(answer)}`)
      return answer
    },
    stop: async () => {
      child.disconnect()
      await exit
    },
  }
}

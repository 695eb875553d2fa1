import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbeddedDynamo } from '../embedded/embedded-dynamo.ts'
import type { EmbeddedDynamo } from '../embedded/embedded-dynamo.ts'
import { readBacklogState } from './backlog-state.ts'
import type { StackOptions } from './stack-options.ts'

/** Starts the embedded database on what the last start left. */
export async function openDatabase(options: StackOptions): Promise<EmbeddedDynamo> {
  const { dataFolder, terminal, onFailure } = options
  const path = join(dataFolder, 'dynamodb')
  const database = await startEmbeddedDynamo({
    path,
    // A start that was stopped while it wrote the backlog left a part of it: the whole comes anew.
    beforeOpening: async () => {
      const state = await readBacklogState(dataFolder)
      if (state === 'begun') await rm(path, { recursive: true, force: true })
    },
    onRestart: (pid) => terminal.warning('database', `had ended, runs again (process ${pid})`),
    onFailure,
  })
  terminal.row('database', `dynalite, process ${database.pid()}, data in ${path}`)
  return database
}

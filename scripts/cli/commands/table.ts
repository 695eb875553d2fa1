import type { Command } from 'commander'
import { addTableCreateCommand } from './table-create.ts'
import { addTableStatusCommand } from './table-status.ts'
import type { Screen } from '../screen.ts'

export function addTableCommand(program: Command, screen: Screen): void {
  const table = program.command('table').description('create the table, or say how it is')
  addTableCreateCommand(table, screen)
  addTableStatusCommand(table, screen)
}

import type { Command } from 'commander'
import { examples } from '../examples.ts'
import { onCall } from '../given.ts'
import { readNewPassword } from '../read-password.ts'
import type { Screen } from '../screen.ts'

export function addPasswordCommand(program: Command, screen: Screen): void {
  const command = program
    .command('password')
    .description('turn a password into the hash that the viewer takes; asks for it, unseen')
  examples(command, [
    ['stacktale password > viewer.hash', 'asks, and keeps the hash in a file'],
    ['stacktale view --password-file viewer.hash', 'has the viewer ask for that password'],
  ])
  onCall(command, async () => {
    const password = await readNewPassword(screen)
    const { hashPassword } = await import('../../../viewer/auth/password-hash.ts')
    await screen.print(`${await hashPassword(password)}\n`)
    screen.note('This is the hash, from which nobody reads the password. Give it to the viewer.')
  })
}

import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { StartOptions } from '../../viewer/start-viewer.ts'
import { CommandError } from './command-error.ts'
import type { Given } from './given.ts'

const PASSWORD_VARIABLE = 'STACKTALE_PASSWORD_HASH'
const MOST_PROXIES = 10

type Access = Pick<StartOptions, 'auth' | 'allowedHosts' | 'trustProxy'>

/** Adds who may reach the viewer, and how. */
export function addAccess(command: Command): void {
  command
    .option(
      '--host <address>',
      'the address to listen on; others than loopback need a password',
      '127.0.0.1',
    )
    .option(
      '--password-file <file>',
      `ask for a password: a file with its hash (default: the hash in ${PASSWORD_VARIABLE})`,
    )
    .option('--unprotected', 'ask nobody, though others may reach it')
    .option('--allow-hosts <names>', 'the names it is asked under, with commas between them')
    .option('--proxies <count>', 'how many proxies in front of it to believe', '0')
}

/** @throws CommandError `usage` or `file-unreadable` */
export async function accessOf(given: Given): Promise<Access> {
  const password = await passwordOf(given)
  const isUnprotected = given.flag('unprotected')
  if (password !== undefined && isUnprotected) {
    throw new CommandError(
      'usage',
      'The viewer is to ask for a password and --unprotected. Leave one of them out.',
    )
  }
  const names = given.text('allowHosts')
  const trustProxy = given.wholeNumber('proxies', 0, MOST_PROXIES) ?? 0
  return {
    auth: password === undefined ? (isUnprotected ? false : undefined) : { password },
    allowedHosts: names?.split(',').map((name) => name.trim()),
    trustProxy,
  }
}

async function passwordOf(given: Given): Promise<string | undefined> {
  const file = given.text('passwordFile')
  if (file === undefined) return process.env[PASSWORD_VARIABLE]?.trim() || undefined
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (cause) {
    throw new CommandError(
      'file-unreadable',
      `The file of --password-file, ${file}, cannot be read. Make one with: stacktale password > ${file}`,
      { cause },
    )
  }
}

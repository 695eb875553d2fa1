import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** Runs a program with its options as JSON, and reads what it prints as JSON. */
export async function jsonOf<Value>(program: string, options: object): Promise<Value> {
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) throw new Error(`${program} ended with code ${String(code)}.`)
  const value: Value = JSON.parse(output)
  return value
}

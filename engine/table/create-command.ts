import type { TableLocation } from './client.ts'
import { tableName } from './client.ts'
import { shellWord } from './shell-word.ts'

/** The command line that creates the table of a place, from wherever it is run. */
export function createCommand(location: TableLocation): string {
  const table = tableName(location)
  const named: readonly (readonly [option: string, value: string | undefined])[] = [
    ['table', /^[\w.-]+$/.test(table) ? table : 'NAME'],
    ...addressOf(location),
  ]
  const options = named.flatMap(([option, value]) =>
    value === undefined || value === '' ? [] : [` --${option} ${shellWord(value)}`],
  )
  return `npx stacktale table create${options.join('')}`
}

/** A client of the application's own has its address from elsewhere than the environment, if it wants to. */
function addressOf({
  region,
  endpoint,
  client,
}: TableLocation): readonly (readonly [option: string, value: string | undefined])[] {
  const env = client === undefined ? process.env : {}
  return [
    ['region', region ?? env['AWS_REGION']],
    ['endpoint', endpoint ?? (env['AWS_ENDPOINT_URL_DYNAMODB'] || env['AWS_ENDPOINT_URL'])],
  ]
}

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** What each room may import of the others. */
const ALLOWED: Readonly<Record<string, readonly RegExp[]>> = {
  engine: [/^engine\//],
  'engine/item': [/^engine\/(item|errors)\//, /^engine\/[^/]+\.ts$/],
  'engine/counters': [/^engine\/(counters|item|errors)\//, /^engine\/[^/]+\.ts$/],
  'engine/table': [/^engine\/(table|counters|item|errors)\//, /^engine\/[^/]+\.ts$/],
  viewer: [
    /^viewer\//,
    /^engine\/(table|item|errors)\//,
    /^engine\/(event|hours|level|story-text|duration-text|json-text|unseen|adapters\/audit\/audit-entry)\.ts$/,
  ],
  scripts: [/^(scripts|viewer|engine)\//],
}

function importsOf(room: string): readonly (readonly [file: string, imported: string])[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const path = join(room, file)
      const source = readFileSync(path, 'utf8')
      const specifiers = [...source.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(
        ([, name = '']) => name,
      )
      return specifiers.map((name) => [path, relative('.', resolve(dirname(path), name))] as const)
    })
}

describe('the rooms', () => {
  for (const [room, allowed] of Object.entries(ALLOWED)) {
    it(`${room} imports only what it may`, () => {
      const imports = importsOf(room)
      assert.ok(imports.length > 0)
      const wrong = imports.filter(
        ([, imported]) => !allowed.some((pattern) => pattern.test(imported)),
      )
      assert.deepEqual(wrong, [])
    })
  }
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const ENGINE = resolve(import.meta.dirname, '..', '..', '..', 'engine')

interface Imports {
  readonly files: ReadonlySet<string>
  readonly packages: ReadonlySet<string>
}

/** What is loaded with a module, or with its dynamic imports too. */
function importsOf(entry: string, isDynamicToo: boolean): Imports {
  const files = new Set([entry])
  const packages = new Set<string>()
  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    const pattern = isDynamicToo
      ? /^(?:import|export) .*?from '([^']+)'|import\('([^']+)'\)/gm
      : /^(?:import|export) .*?from '([^']+)'/gm
    for (const [, fixed, dynamic] of source.matchAll(pattern)) {
      const name = fixed ?? dynamic ?? ''
      if (name.startsWith('.')) files.add(join(dirname(file), name))
      else packages.add(name)
    }
  }
  return { files, packages }
}

describe('the Kinesis SDK', () => {
  it('is nothing that the main entry can load', () => {
    const { files, packages } = importsOf(join(ENGINE, 'index.js'), true)
    assert.ok(packages.has('@aws-sdk/client-dynamodb'))
    assert.deepEqual(
      [...packages].filter((name) => name.includes('kinesis')),
      [],
    )
    assert.deepEqual(
      [...files].filter((file) => file.includes('kinesis')),
      [],
    )
  })

  it('is loaded by stacktale/kinesis when it is needed, not before', () => {
    const entry = join(ENGINE, 'kinesis', 'index.js')
    const atOnce = [...importsOf(entry, false).packages]
    assert.deepEqual(
      atOnce.filter((name) => name.startsWith('@')),
      [],
    )
    assert.ok(importsOf(entry, true).packages.has('@aws-sdk/client-kinesis'))
  })
})

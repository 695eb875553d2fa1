import assert from 'node:assert/strict'
import { build } from 'esbuild'

interface Imports {
  readonly files: readonly string[]
  readonly packages: readonly string[]
}

/** All that an entry of the package imports, at once or later. */
async function importsOf(entry: string): Promise<Imports> {
  const { metafile } = await build({
    entryPoints: [`dist/engine/${entry}`],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  const inputs = Object.entries(metafile.inputs)
  return {
    files: inputs.map(([file]) => file),
    packages: inputs.flatMap(([, { imports }]) => imports.map(({ path }) => path)),
  }
}

describe('who does not use another logger', () => {
  it('does not load it, nor its adapter', async () => {
    const { files, packages } = await importsOf('index.js')
    assert.ok(files.includes('dist/engine/generic-logger.js'))
    assert.ok(packages.includes('node:async_hooks'))
    assert.deepEqual(
      files.filter((file) => file.includes('/adapters/')),
      [],
    )
    assert.deepEqual(
      packages.filter((name) => /^(pino|winston)/.test(name)),
      [],
    )
  })

  it('does not need winston for pino, nor pino for winston', async () => {
    const [ofPino, ofWinston] = [
      await importsOf('adapters/pino/index.js'),
      await importsOf('adapters/winston/index.js'),
    ]
    assert.ok(!ofPino.packages.includes('winston'))
    assert.ok(!ofWinston.packages.includes('pino'))
    assert.ok(ofWinston.packages.includes('winston'))
  })
})

import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { installedSize } from '../../../../scripts/bench/package/installed-size.ts'
import { importTimes } from '../../../../scripts/bench/package/import-times.ts'
import { TemporaryFolder } from '../../../temporary-folder.ts'

/** Puts a package into a folder. @returns its size */
async function install(path: string, dependencies: readonly string[], bytes: number) {
  await mkdir(path, { recursive: true })
  const manifest = JSON.stringify({
    dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])),
    devDependencies: { 'not-there': '*' },
    peerDependencies: { 'not-there': '*' },
  })
  await writeFile(join(path, 'package.json'), manifest)
  await writeFile(join(path, 'index.js'), ' '.repeat(bytes))
  return manifest.length + bytes
}

describe('the size of an installed package', () => {
  it('counts its dependencies once, where Node finds them, and the SDK’s part apart', async () => {
    await using folder = await TemporaryFolder.create()
    const modules = join(folder.path, 'node_modules')
    const ours = await install(join(modules, 'ours'), ['a', 'b', '@aws-sdk/client'], 10)
    const a = await install(join(modules, 'a'), ['shared'], 100)
    const b = await install(join(modules, 'b'), ['shared', 'a'], 1_000)
    const nested = await install(join(modules, 'b', 'node_modules', 'shared'), ['b'], 5_000)
    const shared = await install(join(modules, 'shared'), [], 10_000)
    const client = await install(join(modules, '@aws-sdk/client'), ['shared', 'smithy'], 100_000)
    const smithy = await install(join(modules, 'smithy'), [], 1_000_000)
    await install(join(modules, 'unrelated'), [], 3)
    assert.deepEqual(await installedSize(join(modules, 'ours')), {
      ownBytes: ours,
      totalBytes: ours + a + b + nested + shared + client + smithy,
      sdkBytes: client + smithy,
    })
    const { ownBytes, totalBytes } = await installedSize(join(modules, 'ours'), 7)
    assert.deepEqual([ownBytes, totalBytes], [7, 7 + a + b + nested + shared + client + smithy])
  })

  it('is none where a dependency is not installed', async () => {
    await using folder = await TemporaryFolder.create()
    await install(folder.path, ['stacktale-not-there'], 1)
    await assert.rejects(installedSize(folder.path), /stacktale-not-there.* is not installed/)
  })
})

describe('the time of an import', () => {
  it('is measured for each package', async () => {
    const times = await importTimes(process.execPath, ['stacktale'], 1)
    assert.deepEqual([...times.keys()], ['stacktale'])
    assert.ok(Number.isFinite(times.get('stacktale')))
  })
})

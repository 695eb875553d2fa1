// Compiles everything to dist/ and puts the viewer's templates and assets beside the code that serves them.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fingerprintSources, FINGERPRINT_FILE, markBuilt } from './build/fingerprint.mjs'
import { moveIntoPlace } from './build/move-into-place.mjs'
import { isAlive } from './prepare/lock.mjs'

const TEMPORARY = 'dist.tmp-'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
removeLeftovers()
const fingerprint = fingerprintSources()
const output = `${TEMPORARY}${process.pid}`
rmSync(FINGERPRINT_FILE, { force: true })

// The compiler finds the package's own types through declarationDir: they have to be emitted to dist/ itself.
const compiler = spawnSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '--outDir', output, '--declarationDir', 'dist'],
  { stdio: 'inherit' },
)
for (const folder of ['viewer/views', 'viewer/public']) {
  if (existsSync(folder)) cpSync(folder, `${output}/${folder}`, { recursive: true })
}
moveIntoPlace(output, 'dist', declaresSomethingBuilt)
if (compiler.status === 0) markBuilt(fingerprint)
process.exitCode = compiler.status ?? 1

function declaresSomethingBuilt(file, built) {
  const declaration = /\.d\.ts(?:\.map)?$/
  return declaration.test(file) && built.has(file.replace(declaration, '.js'))
}

function removeLeftovers() {
  for (const name of readdirSync('.')) {
    if (!name.startsWith(TEMPORARY)) continue
    if (!isAlive(Number(name.slice(TEMPORARY.length)))) rmSync(name, { recursive: true })
  }
}

import assert from 'node:assert/strict'
import { dirname, posix } from 'node:path'
import { ENTRY_PROGRAMS } from './entry-programs.ts'
import { PackedPackage } from './packed-package.ts'
import { Project } from './project.ts'

/** What an entry needs to be imported that is no dependency of the package. */
const NEEDED_PEERS: Readonly<Record<string, string>> = { 'stacktale/winston': 'winston' }

/** What an entry's declarations need that is no dependency of the package. */
const TYPED_PEERS: Readonly<Record<string, string>> = {
  ...NEEDED_PEERS,
  'stacktale/kinesis': '@aws-sdk/client-kinesis',
}

const COMPILER_OPTIONS: readonly (readonly [way: string, options: object])[] = [
  ['module nodenext', { module: 'nodenext' }],
  ['moduleResolution bundler', { module: 'esnext', moduleResolution: 'bundler', target: 'es2023' }],
]

const COMMITTING = `
import { configure, GenericLogger } from 'stacktale'
import { memorySink } from 'stacktale/testing'
const sink = memorySink()
configure({ sink })
const log = new GenericLogger({ id: 7 }, 'workout')
log.info('Kept in memory')
await log.commit()
console.log(sink.only().title)
`

describe('the package as it is published', () => {
  let packed: PackedPackage

  before(async () => {
    packed = await PackedPackage.create()
  })
  after(async () => await packed[Symbol.asyncDispose]())

  function dependencies(): readonly string[] {
    return Object.keys(packed.manifest.dependencies)
  }

  async function withProject(
    linked: readonly string[],
    use: (project: Project) => Promise<void>,
  ): Promise<void> {
    await using project = await Project.create(packed, linked)
    await use(project)
  }

  describe('ships', () => {
    it('everything that its exports and its command name', () => {
      assert.ok(packed.promised.length > packed.entries.length)
      const missing = packed.promised.filter((file) => !packed.files.includes(file))
      assert.deepEqual(missing, [])
    })

    it('nothing but what "files" names, and what npm adds', () => {
      const named = packed.manifest.files.filter((pattern) => !pattern.startsWith('!'))
      const added = new Set(['package.json', 'README.md', 'LICENSE'])
      const others = packed.files.filter(
        (file) =>
          !added.has(file) && !named.some((path) => file === path || file.startsWith(`${path}/`)),
      )
      assert.deepEqual(others, [])
      const unused = named.filter(
        (path) => !packed.files.some((file) => file === path || file.startsWith(`${path}/`)),
      )
      assert.deepEqual(unused, [], 'named, but not there')
    })

    it('no tests, benchmarks, sources or leftovers', () => {
      const unwanted =
        /(?:^|\/)(?:tests?|fixtures|bench|node_modules|\.[^/]*)(?:\/|$)|\.test\.|(?<!\.d)\.[cm]?ts$|\.(?:tsbuildinfo|tgz|log|snap)$/
      assert.deepEqual(
        packed.files.filter((file) => unwanted.test(file)),
        [],
      )
    })

    it('a declaration for each module of its entries', () => {
      const modules = packed.files.filter((file) => /^dist\/(?:engine|viewer)\/.*\.js$/.test(file))
      const untyped = modules
        .filter((file) => !file.startsWith('dist/viewer/public/'))
        .filter((file) => !packed.files.includes(file.replace(/\.js$/, '.d.ts')))
      assert.ok(modules.length > 0)
      assert.deepEqual(untyped, [])
    })

    it('no source map of what is not there', async () => {
      const lost: string[] = []
      for (const map of packed.files.filter((file) => file.endsWith('.map'))) {
        const { sources, sourcesContent } = JSON.parse(await packed.text(map))
        if (sourcesContent !== undefined) continue
        const isThere = (source: string): boolean =>
          packed.files.includes(posix.join(dirname(map), source))
        if (!sources.every(isThere)) lost.push(map)
      }
      assert.deepEqual(lost.slice(0, 3), [], `${lost.length} maps lead to no source`)
    })
  })

  it('has a program for each of its entries here', () => {
    assert.deepEqual(packed.entries.toSorted(), Object.keys(ENTRY_PROGRAMS).toSorted())
  })

  it('is imported, and required by CommonJS, entry by entry', async () => {
    const linked = [...dependencies(), ...Object.values(NEEDED_PEERS)]
    await withProject(linked, async (project) => {
      for (const entry of packed.entries) {
        const imported = await project.run(
          'imports.mjs',
          `import * as entry from '${entry}'\nconsole.log(Object.keys(entry).join())`,
        )
        assert.deepEqual([imported.code, imported.stderr], [0, ''], entry)
        assert.match(imported.stdout, /\w/, entry)
        const required = await project.run(
          'requires.cjs',
          `const { __esModule, ...entry } = require('${entry}')\nconsole.log(Object.keys(entry).join())`,
        )
        assert.deepEqual(required, imported, entry)
      }
    })
  })

  it('lets its package.json be required, and nothing that it does not export', async () => {
    await withProject([], async (project) => {
      const { stdout } = await project.run(
        'requires.cjs',
        `console.log(require('stacktale/package.json').version)
try { require('stacktale/dist/engine/level.js') } catch ({ code }) { console.log(code) }`,
      )
      assert.equal(stdout, `${packed.manifest.version}\nERR_PACKAGE_PATH_NOT_EXPORTED\n`)
    })
  })

  it('runs its command with nothing but its dependencies', async () => {
    await withProject(dependencies(), async (project) => {
      for (const file of Object.values(packed.manifest.bin)) {
        assert.match(await packed.text(file), /^#!\/usr\/bin\/env node\n/)
        const { code, stdout, stderr } = await project.runInstalled(file, ['--help'])
        assert.deepEqual([code, stderr], [0, ''])
        assert.match(stdout, /^Usage: stacktale /m)
      }
    })
  })

  describe('loads no other package', () => {
    it('for an event in memory: it is told where there is none', async () => {
      await withProject([], async (project) => {
        const ended = await project.run('commits.mjs', COMMITTING)
        assert.deepEqual(ended, { code: 0, stdout: 'Kept in memory\n', stderr: '' })
      })
    })

    for (const way of ['import', 'commit'] as const) {
      it(`for ${way === 'import' ? 'being imported' : 'an event in memory'}, where they are all there`, async () => {
        await withProject([], async (project) => {
          const names = [...dependencies(), ...Object.keys(packed.manifest.peerDependencies)]
          await speakingPackages(project, names)
          const program = way === 'import' ? "import 'stacktale'" : COMMITTING
          const { code, stdout, stderr } = await project.run('program.mjs', program)
          assert.deepEqual([code, stderr], [0, ''])
          assert.doesNotMatch(stdout, /Loaded/)
          const loading = await project.run('loads.mjs', "import 'express'")
          assert.equal(loading.stdout, 'Loaded express\n', 'what is loaded says so')
        })
      })
    }

    it('for entries whose peers are optional, but the one that extends its peer', async () => {
      await withProject(dependencies(), async (project) => {
        for (const entry of packed.entries) {
          const { code, stderr } = await project.run('imports.mjs', `import '${entry}'`)
          const peer = NEEDED_PEERS[entry]
          if (peer === undefined) assert.deepEqual([code, stderr], [0, ''], entry)
          else assert.match(stderr, new RegExp(`Cannot find package '${peer}'`))
        }
      })
    })
  })

  for (const [way, options] of COMPILER_OPTIONS) {
    it(`type-checks with all declarations, ${way}`, async () => {
      const linked = [...dependencies(), ...Object.values(TYPED_PEERS), '@types/node']
      await withProject(linked, async (project) => {
        const programs = Object.values(ENTRY_PROGRAMS)
        assert.deepEqual(await project.compile(programs, options), SILENT)
      })
    })

    it(`type-checks without the optional peers, ${way}`, async () => {
      await withProject([...dependencies(), '@types/node'], async (project) => {
        const programs = Object.entries(ENTRY_PROGRAMS)
          .filter(([entry]) => !(entry in TYPED_PEERS))
          .map(([, program]) => program)
        assert.deepEqual(await project.compile(programs, options), SILENT)
      })
    })
  }
})

const SILENT = { code: 0, stdout: '', stderr: '' }

/** Puts packages of these names into a project that say so when they are loaded. */
async function speakingPackages(project: Project, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await project.write(
      `node_modules/${name}/index.js`,
      `console.log('Loaded ${name}')\nmodule.exports = {}`,
    )
  }
}

import { SeededRandom } from './seeded-random.ts'

export interface ProgramOptions {
  readonly seed: number
  /** Whether functions may call themselves and each other in circles. */
  readonly recursion: boolean
  /** Whether promises may lose a race, after which nobody waits for them. */
  readonly races: boolean
  /** Whether functions may return another's promise without awaiting it, which takes them off the stack. */
  readonly returnsPromises: boolean
}

type Kind =
  'sync' | 'method' | 'generator' | 'async' | 'async method' | 'async generator' | 'passing'

interface Callable {
  readonly index: number
  readonly name: string
  readonly kind: Kind
}

const KINDS: readonly Kind[] = [
  'sync',
  'method',
  'generator',
  'async',
  'async',
  'async',
  'async method',
  'async generator',
]
const FUNCTIONS = 12
const MOST_STATEMENTS = 5
const PAUSES = [
  'await Promise.resolve()',
  'await null',
  'await setImmediate()',
  'await setTimeout(0)',
  "await stat('.')",
]
const HEADS: Readonly<Record<Kind, string>> = {
  sync: 'function ',
  passing: 'function ',
  method: '',
  generator: 'function* ',
  async: 'async function ',
  'async method': 'async ',
  'async generator': 'async function* ',
}

/**
 * Writes a random program of functions that call each other in every way JavaScript has, and log at
 * each step the depth that they were given by hand: a line's text is its true depth.
 */
export function randomProgram(options: ProgramOptions): string {
  return new ProgramWriter(options).program()
}

class ProgramWriter {
  readonly #options: ProgramOptions
  readonly #random: SeededRandom
  readonly #callables: readonly Callable[]
  /** The function being written. */
  #current: Callable | undefined

  constructor(options: ProgramOptions) {
    this.#options = options
    this.#random = new SeededRandom(options.seed)
    const kinds: readonly Kind[] = options.returnsPromises
      ? [...KINDS, 'passing', 'passing']
      : KINDS
    this.#callables = Array.from({ length: FUNCTIONS }, (_, index) => ({
      index,
      name: `f${index}`,
      kind: index === 0 || index === FUNCTIONS - 1 ? 'async' : this.#random.pick(kinds),
    }))
  }

  program(): string {
    const methods = this.#callables.filter(({ kind }) => kind.endsWith('method'))
    const functions = this.#callables.filter(({ kind }) => !kind.endsWith('method'))
    return `
import { stat } from 'node:fs/promises'
import { setImmediate, setTimeout } from 'node:timers/promises'

class Things {
${methods.map((method) => this.#declaration(method)).join('\n')}
}
const things = new Things()

class Thing {
  depth = 0
  constructor(log, d) { this.log = log; ${this.#log()} }
  get looked() { const d = this.depth; const log = this.log; ${this.#log()}; return 1 }
}

function fail(log, d) { ${this.#log()}; throw new Error('failed') }
async function failLater(log, d) { ${this.#log()}; ${this.#pause()}; ${this.#log()}; throw new Error('failed') }

${functions.map((callable) => this.#declaration(callable)).join('\n')}

export async function main(log) {
  const d = 0
  log.info(String(d))
  await f0(log, d + 1)
  while (log.isBusy) await setImmediate()
  log.info(String(d))
}
`
  }

  #declaration(callable: Callable): string {
    this.#current = callable
    return `${HEADS[callable.kind]}${callable.name}(log, d) {\n${this.#body(callable).join('\n')}\n}`
  }

  #body({ kind }: Callable): readonly string[] {
    const spend = 'if (!log.spend()) return;'
    if (kind === 'passing')
      return [spend, `${this.#log()};`, `return ${this.#callOf(this.#awaited())};`]
    const isAsync = kind.startsWith('async')
    const count = 1 + this.#random.below(MOST_STATEMENTS)
    const statements = Array.from({ length: count }, () =>
      isAsync ? this.#asyncStatement(1) : this.#syncStatement(1),
    )
    const lines = [this.#log(), ...statements]
    if (kind.endsWith('generator')) lines.push('yield 1', this.#log(), 'yield 2')
    else if (isAsync && this.#options.returnsPromises && this.#random.chance(0.4)) {
      lines.push(`return ${this.#callOf(this.#awaited())}`)
    }
    const ended = lines.map((line) => `  ${line};`)
    return isAsync
      ? [spend, 'log.enter();', 'try {', ...ended, '} finally { log.leave() }']
      : [spend, ...ended]
  }

  #syncStatement(nested: number): string {
    const inner = (): string => (nested > 0 ? this.#syncStatement(nested - 1) : this.#log())
    const called = this.#targets('sync', 'method')
    const generators = this.#targets('generator')
    const choices: (() => string)[] = [
      () => this.#log(),
      () => this.#log(),
      () => `for (let i = 0; i < 2; i += 1) { ${inner()} }`,
      () => `[1, 2].forEach(() => { const outer = d; { const d = outer + 1; ${inner()} } })`,
      () => 'void new Thing(log, d + 1)',
      () => '{ const thing = new Thing(log, d + 1); thing.depth = d + 1; void thing.looked }',
      () => `try { fail(log, d + 1) } catch { ${this.#log()} } finally { ${this.#log()} }`,
    ]
    if (called.length > 0)
      choices.push(
        () => this.#callOf(called),
        () => this.#callOf(called),
      )
    if (generators.length > 0) {
      choices.push(
        () => `for (const step of ${this.#callOf(generators)}) { void step; ${this.#log()} }`,
      )
    }
    return this.#random.pick(choices)()
  }

  #asyncStatement(nested: number): string {
    const inner = (): string => (nested > 0 ? this.#asyncStatement(nested - 1) : this.#log())
    const awaited = this.#awaited()
    const generators = this.#targets('async generator')
    const combinators = ['all', 'allSettled', ...(this.#options.races ? ['race', 'any'] : [])]
    const choices: (() => string)[] = [
      () => this.#log(),
      () => this.#pause(),
      () => this.#pause(),
      () => this.#syncStatement(1),
      () => `await ${this.#callOf(awaited)}`,
      () => `await ${this.#callOf(awaited)}`,
      () =>
        `await Promise.${this.#random.pick(combinators)}([${this.#callOf(awaited)}, ${this.#callOf(awaited)}])`,
      () =>
        `try { await failLater(log, d + 1) } catch { ${this.#log()} } finally { ${this.#log()} }`,
      () => `for (let i = 0; i < 2; i += 1) { ${inner()} }`,
      () =>
        `await Promise.all([1, 2].map(async () => { const outer = d; { const d = outer + 1; ${this.#log()}; ${inner()} } }))`,
    ]
    if (generators.length > 0) {
      choices.push(
        () => `for await (const step of ${this.#callOf(generators)}) { void step; ${this.#log()} }`,
      )
    }
    return this.#random.pick(choices)()
  }

  #log(): string {
    if (this.#random.chance(0.25)) return `log.${this.#random.pick(['say', 'tell'])}(d + 1)`
    return `log.${this.#random.pick(['info', 'addMessage', 'debug'])}(String(d))`
  }

  #pause(): string {
    return this.#random.pick(PAUSES)
  }

  #callOf(callables: readonly Callable[]): string {
    if (callables.length === 0) return 'stat(".")'
    const { name, kind } = this.#random.pick(callables)
    return `${kind.endsWith('method') ? 'things.' : ''}${name}(log, d + 1)`
  }

  #awaited(): readonly Callable[] {
    return this.#targets('async', 'async method', 'passing')
  }

  #targets(...kinds: readonly Kind[]): readonly Callable[] {
    const from = this.#options.recursion ? -1 : (this.#current?.index ?? -1)
    return this.#callables.filter(({ index, kind }) => index > from && kinds.includes(kind))
  }
}

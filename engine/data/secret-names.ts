import { plainName } from './plain-name.ts'

/** Compared as {@link plainName} writes them. docs/data.md lists them. */
const SECRET_ANYWHERE = [
  'password',
  'passwd',
  'passphrase',
  'secret',
  'apikey',
  'accesskey',
  'privatekey',
  'signingkey',
  'encryptionkey',
  'creditcard',
  'cardnumber',
]
const SECRET_AT_THE_END = [
  'pwd',
  'token',
  'authorization',
  'cookie',
  'cookies',
  'credential',
  'credentials',
  'connectionstring',
  'sessionid',
  'cvv',
  'cvv2',
  'cvc',
  'cvc2',
  'ssn',
  'socialsecuritynumber',
]
const SECRET_ALONE = ['pass', 'jwt', 'otp', 'bearer']

const OBVIOUS = new RegExp(
  `${SECRET_ANYWHERE.join('|')}|(?:${SECRET_AT_THE_END.join('|')})$|^(?:${SECRET_ALONE.join('|')})$`,
)

const MOST_VERDICTS = 1000
const LONGEST_REMEMBERED = 64

/** The names whose values are secret, whatever they are. */
export class SecretNames {
  readonly #verdicts = new Map<string, boolean>()
  readonly #whole: ReadonlySet<string>
  readonly #kept: ReadonlySet<string>
  readonly #matches: readonly RegExp[]
  readonly #defaults: boolean

  /** @param names texts are whole names; patterns are tried on names as they are written */
  constructor(
    names: readonly (string | RegExp)[],
    { keep, defaults }: { readonly keep: readonly string[]; readonly defaults: boolean },
  ) {
    this.#whole = new Set(names.filter((name) => typeof name === 'string').map(plainName))
    this.#matches = names.filter((name) => typeof name !== 'string').map(withoutState)
    this.#kept = new Set(keep.map(plainName))
    this.#defaults = defaults
  }

  hides(name: string): boolean {
    return this.#verdicts.get(name) ?? this.#judge(name)
  }

  #judge(name: string): boolean {
    const plain = plainName(name)
    const hides =
      this.#whole.has(plain) ||
      this.#matches.some((pattern) => pattern.test(name)) ||
      (this.#defaults && OBVIOUS.test(plain) && !this.#kept.has(plain))
    if (this.#verdicts.size >= MOST_VERDICTS) this.#verdicts.clear()
    if (name.length <= LONGEST_REMEMBERED) this.#verdicts.set(name, hides)
    return hides
  }
}

/** With `g` or `y`, a pattern goes on where its last match ended: in the next name. */
function withoutState({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.replaceAll(/[gy]/g, ''))
}

import { plainName } from './plain-name.ts'

const ONE = '*'
const ANY_NUMBER = '**'

/**
 * Places in data whose values are secret: names joined by dots, such as `user.password`; `*` stands
 * for any one name or index, `**` for any number of them.
 */
export class SecretPaths {
  readonly #paths: readonly (readonly string[])[]

  constructor(paths: readonly string[]) {
    this.#paths = paths.map((path) => path.split('.').map(plainStep))
  }

  /** @param trail the names and indexes from the data down to the value */
  hides(trail: readonly string[]): boolean {
    if (this.#paths.length === 0) return false
    const steps = trail.map(plainName)
    return this.#paths.some((path) => leadsTo(path, steps))
  }
}

function plainStep(step: string): string {
  return step === ONE || step === ANY_NUMBER ? step : plainName(step)
}

/** Only the last `**` met is tried again, so that no path takes more than its length times the trail's. */
function leadsTo(path: readonly string[], trail: readonly string[]): boolean {
  let at = 0
  let lastAnyNumber = -1
  let resumeAt = 0
  for (let step = 0; step < trail.length;) {
    if (path[at] === ANY_NUMBER) {
      lastAnyNumber = at
      resumeAt = step
      at += 1
    } else if (at < path.length && (path[at] === ONE || path[at] === trail[step])) {
      at += 1
      step += 1
    } else if (lastAnyNumber !== -1) {
      resumeAt += 1
      step = resumeAt
      at = lastAnyNumber + 1
    } else {
      return false
    }
  }
  return path.slice(at).every((step) => step === ANY_NUMBER)
}

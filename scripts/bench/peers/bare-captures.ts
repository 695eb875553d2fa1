import { captureCallSites, withCallSites } from '../call-sites.ts'
import type { Side } from '../side.ts'
import { TEXTS } from '../texts.ts'

/** Takes the call sites and does nothing with them: the least that knowing the depth can cost. */
export function bareCaptures(): Side {
  let captures = 0
  return {
    burst: withCallSites(() => {
      captures = 0
      for (const _ of TEXTS) if (captureCallSites().length > 0) captures += 1
    }),
    arrived: () => captures,
  }
}

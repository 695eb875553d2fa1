import { AsyncLocalStorage } from 'node:async_hooks'
import { do_not_optimize } from 'mitata'
import { captureCallSites, withCallSites } from '../call-sites.ts'
import type { Effort } from '../effort.ts'
import { useSettings } from '../engine-settings.ts'
import { nsPerBurst } from '../measure.ts'
import { ourLines } from '../peers/our-lines.ts'
import type { Stage } from '../result.ts'
import type { Side } from '../side.ts'
import { TEXTS } from '../texts.ts'
import { takeTurns } from '../turns.ts'
import { GETTERS } from './getters.ts'

type Work = () => void
type Measurable = Pick<Side, 'burst' | 'settle'>

const nothing: Measurable = { burst: forEachText(() => {}) }
const capture: Measurable = { burst: withCallSites(forEachText(captureCallSites)) }
const captureAlone = withCallSites(() => {
  captureCallSites()
})

/** Where the time of a line with depth goes: its parts one by one, then the whole. */
export async function measureStages(effort: Effort): Promise<readonly Stage[]> {
  const stages: Stage[] = []
  const add = async (what: string, work: Measurable, part = nothing): Promise<void> => {
    stages.push({ what, ns: await nsBeyond(effort, work, part) })
  }
  await add('taking the call sites', capture)
  await add('setting Error up for it and back', { burst: forEachText(captureAlone) }, capture)
  for (const [what, get] of GETTERS) {
    const read = forEachText(() => {
      for (const site of captureCallSites()) get(site)
    })
    await add(`asking each of them for ${what}`, { burst: withCallSites(read) }, capture)
  }
  for (const [what, work] of besides()) await add(what, { burst: forEachText(work) })
  await add('a line with depth', ourLines())
  useSettings({ depth: false })
  await add('a line without depth', ourLines())
  useSettings()
  return stages
}

/** What a call takes beyond another that is a part of it, each in its quickest round. */
async function nsBeyond(
  { stageRounds, budgetMs, warmUpMs }: Effort,
  work: Measurable,
  part: Measurable,
): Promise<number> {
  const turns = await takeTurns(
    stageRounds,
    (round) => nsPerBurst(work, round === 0 ? warmUpMs : budgetMs),
    (round) => nsPerBurst(part, round === 0 ? warmUpMs : budgetMs),
  )
  const [whole, known] = [turns.map(({ ours }) => ours), turns.map(({ theirs }) => theirs)]
  return Math.max(0, Math.min(...whole) - Math.min(...known)) / TEXTS.length
}

function forEachText(work: Work): Work {
  return () => {
    for (const _ of TEXTS) work()
  }
}

function besides(): readonly (readonly [what: string, work: Work])[] {
  const storage = new AsyncLocalStorage<object>()
  const store = {}
  return [
    ['AsyncLocalStorage.getStore()', () => do_not_optimize(storage.getStore())],
    ['AsyncLocalStorage.enterWith()', () => storage.enterWith(store)],
    ['performance.now()', () => do_not_optimize(performance.now())],
  ]
}

import type { Results } from '../result.ts'
import { duration, times } from './figures.ts'

const CAPTURE = 'taking the call sites'
/** What tells a call from every other. */
const QUESTIONS = ['getFileName()', 'getPosition()']
const BEST_PEER = 'tslog with source position'
const FRAMES = '20 frames'

/** What V8 alone takes for a line's depth: no logger that reads it off the stack is below that. */
export function floorOf({ node, stages, groups }: Results): string {
  const capture = stageNs(CAPTURE)
  const questions = QUESTIONS.map((question) => stageNs(`asking each of them for ${question}`))
  const floor = questions.reduce((sum, ns) => sum + ns, capture)
  const peer = groups
    .flatMap(({ rows }) => rows)
    .find(({ what, against }) => against === BEST_PEER && what.includes(FRAMES))
  const beside = peer === undefined ? '' : `, and ${times(floor / peer.theirs)} of ${BEST_PEER}`
  return `Node ${node}: ${duration(capture)} for the capture, ${duration(floor)} with ${QUESTIONS.join(' and ')} of each frame. That is ${times(floor / capture)} of the bare capture${beside}.`

  function stageNs(name: string): number {
    return stages.find(({ what }) => what === name)?.ns ?? Number.NaN
  }
}

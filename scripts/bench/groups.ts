import type { Group } from './comparison.ts'
import { BELOW_THRESHOLD } from './subjects/below-threshold.ts'
import { LINE_WITH_DEPTH } from './subjects/line-with-depth.ts'
import { LINE_WITHOUT_DEPTH } from './subjects/line-without-depth.ts'
import { WHOLE_EVENT } from './subjects/whole-event.ts'

/** All that is compared within one process. */
export const GROUPS: readonly Group[] = [
  BELOW_THRESHOLD,
  LINE_WITHOUT_DEPTH,
  LINE_WITH_DEPTH,
  WHOLE_EVENT,
]

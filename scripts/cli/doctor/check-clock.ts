import type { Finding } from './finding.ts'
import { fine, wrong } from './finding.ts'

/** AWS refuses what is signed more than five minutes off; events are out of order long before. */
const TOLERATED_MS = 30_000
/** Nothing where the service did not say its time. */
export function checkClock(skewMs: number | undefined): readonly Finding[] {
  if (skewMs === undefined) return []
  const seconds = (Math.abs(skewMs) / 1000).toFixed(0)
  if (Math.abs(skewMs) <= TOLERATED_MS) {
    return [fine('clock', `right, to ${Math.max(1, Number(seconds))} s`)]
  }
  const side = skewMs > 0 ? 'ahead of' : 'behind'
  const says = `This machine is ${seconds} s ${side} the service: events get wrong times, and AWS refuses more than 300 s.`
  return [wrong('clock', says, 'sudo timedatectl set-ntp true')]
}

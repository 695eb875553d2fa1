import { COMPONENTS } from '../training/component.ts'
import type { Component } from '../training/component.ts'
import { shareOf } from '../training/session-shape.ts'
import type { Draft } from './draft.ts'
import { isTired } from './workout-request.ts'

const SHORTEST_PART_MINUTES = 1.8

/** A component and the time set aside for it. */
export interface SessionPart {
  readonly component: Component
  readonly minutes: number
}

/** Divides the time between the components that the phase asks for. */
export function planSession(draft: Draft): readonly SessionPart[] {
  const { log, phase, request } = draft
  log.planningSession(phase, draft.circumstances.week, request)
  if (isTired(request)) log.easingOff(request.readiness)
  const parts: SessionPart[] = []
  for (const component of COMPONENTS) {
    const part = planPart(draft, component)
    if (part !== undefined) parts.push(part)
  }
  log.sessionPlanned(parts)
  return parts
}

function planPart({ log, phase, request }: Draft, component: Component): SessionPart | undefined {
  const share = shareOf(component, phase)
  const minutes = share * request.minutes
  if (share === 0) {
    log.componentNotInPhase(component, phase)
    return undefined
  }
  if (minutes < SHORTEST_PART_MINUTES) {
    log.componentTooShort(component, minutes)
    return undefined
  }
  if (component === 'plyometric' && request.readiness === 1) {
    log.tooTiredFor(component)
    return undefined
  }
  return { component, minutes }
}

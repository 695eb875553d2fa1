import type { Component } from './component.ts'
import type { Phase } from './phase.ts'

/** How an exercise trains: the first four are ways to gain flexibility, the others the levels of the phases. */
export const STYLES = [
  'roll',
  'static',
  'active',
  'dynamic',
  'stabilization',
  'strength',
  'power',
] as const

export type Style = (typeof STYLES)[number]

/** The styles that suit a component in a phase. */
export function suitableStyles(component: Component, phase: Phase): readonly Style[] {
  if (component === 'flexibility') return ['roll', phase.stretching]
  if (component === 'resistance' && phase.style === 'power') return ['strength']
  return [phase.style]
}

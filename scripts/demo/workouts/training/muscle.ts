export const MUSCLES = [
  'chest',
  'back',
  'shoulders',
  'biceps',
  'triceps',
  'quads',
  'hamstrings',
  'glutes',
  'calves',
  'core',
  'total body',
] as const

export type Muscle = (typeof MUSCLES)[number]

/** The muscles that resistance training takes in turn, the biggest first. */
export const RESISTANCE_MUSCLES: readonly Muscle[] = [
  'quads',
  'back',
  'chest',
  'glutes',
  'hamstrings',
  'shoulders',
  'total body',
  'triceps',
  'biceps',
  'calves',
]

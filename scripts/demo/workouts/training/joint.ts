export const JOINTS = [
  'neck',
  'shoulder',
  'elbow',
  'wrist',
  'lower back',
  'hip',
  'knee',
  'ankle',
] as const

export type Joint = (typeof JOINTS)[number]

/** A joint that an exercise loads. */
export interface JointLoad {
  readonly joint: Joint
  readonly heavy: boolean
}

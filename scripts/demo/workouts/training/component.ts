/** The parts of a workout, in the order in which they are trained. */
export const COMPONENTS = [
  'flexibility',
  'core',
  'balance',
  'plyometric',
  'speed',
  'resistance',
  'cardio',
] as const

export type Component = (typeof COMPONENTS)[number]

export const COMPONENT_TITLES: Readonly<Record<Component, string>> = {
  flexibility: 'Flexibility',
  core: 'Core',
  balance: 'Balance',
  plyometric: 'Plyometrics',
  speed: 'Speed and agility',
  resistance: 'Resistance',
  cardio: 'Cardio',
}

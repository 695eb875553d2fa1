import { JOINTS } from '../training/joint.ts'
import type { JointLoad } from '../training/joint.ts'
import type { Component } from '../training/component.ts'
import { MUSCLES } from '../training/muscle.ts'
import { STYLES } from '../training/style.ts'
import { cellList, cellWord, tableCells } from '../table-text.ts'
import { EQUIPMENT } from './equipment.ts'
import { levelNumbered } from './exercise.ts'
import type { Exercise } from './exercise.ts'
import { BALANCE_ROWS } from './rows/balance.ts'
import { CARDIO_ROWS } from './rows/cardio.ts'
import { CORE_ROWS } from './rows/core.ts'
import { FLEXIBILITY_ROWS } from './rows/flexibility.ts'
import { LOWER_BODY_ROWS } from './rows/lower-body.ts'
import { PLYOMETRIC_ROWS } from './rows/plyometric.ts'
import { SPEED_ROWS } from './rows/speed.ts'
import { UPPER_BODY_ROWS } from './rows/upper-body.ts'

/** Every exercise there is. Each table numbers its own from a hundred on, so that a new row moves no other's id. */
export const CATALOGUE: readonly Exercise[] = [
  ...exercisesIn(FLEXIBILITY_ROWS, 'flexibility', 100),
  ...exercisesIn(CORE_ROWS, 'core', 200),
  ...exercisesIn(BALANCE_ROWS, 'balance', 300),
  ...exercisesIn(PLYOMETRIC_ROWS, 'plyometric', 400),
  ...exercisesIn(SPEED_ROWS, 'speed', 500),
  ...exercisesIn(UPPER_BODY_ROWS, 'resistance', 600),
  ...exercisesIn(LOWER_BODY_ROWS, 'resistance', 700),
  ...exercisesIn(CARDIO_ROWS, 'cardio', 800),
]

function exercisesIn(rows: string, component: Component, firstId: number): readonly Exercise[] {
  return tableCells(rows).map(
    ([name = '', muscle = '', style = '', level = '', equipment = '', joints = ''], row) => ({
      id: firstId + row,
      name,
      component,
      muscle: cellWord(muscle, MUSCLES),
      style: cellWord(style, STYLES),
      level: levelNumbered(Number(level)),
      equipment: cellList(equipment).map((item) => cellWord(item, EQUIPMENT)),
      loads: cellList(joints).map(jointLoadIn),
    }),
  )
}

function jointLoadIn(item: string): JointLoad {
  return { joint: cellWord(item.replace('!', ''), JOINTS), heavy: item.endsWith('!') }
}

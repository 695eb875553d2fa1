import { levelNumbered } from '../exercises/exercise.ts'
import { cellWord, tableCells } from '../table-text.ts'
import { JOINTS } from '../training/joint.ts'
import { phaseNumbered } from '../training/phase.ts'
import { KITS } from './kit.ts'
import { PLANS } from './plan.ts'
import type { Restriction } from './restriction.ts'
import { SEVERITIES } from './restriction.ts'
import type { User } from './user.ts'

/** id | name | age | experience | phase | minutes | kit | plan | activity */
const USER_ROWS = `
  42 | Maya Lindqvist     | 34 | 2 | 3 | 55 | garage      | Plus  | 16
   7 | Tomasz Zielinski   | 29 | 3 | 4 | 60 | gym         | Coach |  9
  11 | Adaeze Okafor      | 41 | 2 | 2 | 45 | gym         | Plus  |  7
  19 | Henrik Sand        | 52 | 1 | 1 | 30 | living room | Basic |  5
  23 | Priya Raman        | 26 | 3 | 5 | 60 | gym         | Coach |  6
  31 | Luca Moretti       | 38 | 2 | 3 | 50 | gym         | Plus  |  5
  36 | Grace Whitfield    | 63 | 1 | 1 | 35 | living room | Coach |  4
  48 | Yusuf Demir        | 45 | 2 | 2 | 40 | garage      | Basic |  4
  55 | Chloe Marchand     | 31 | 1 | 1 | 30 | bare floor  | Basic |  3
  64 | Mateo Fernandez    | 22 | 3 | 3 | 65 | gym         | Plus  |  5
  71 | Sinead Gallagher   | 37 | 2 | 4 | 50 | garage      | Plus  |  4
  77 | Kenji Watanabe     | 48 | 2 | 2 | 35 | hotel       | Coach |  4
  83 | Amara Diallo       | 28 | 2 | 2 | 45 | park        | Basic |  4
  90 | Ingrid Solheim     | 57 | 2 | 3 | 45 | living room | Plus  |  3
 104 | Daniel Okoye       | 33 | 3 | 2 | 55 | gym         | Plus  |  4
 118 | Rosa Alvarez       | 44 | 1 | 2 | 30 | park        | Basic |  3
 127 | Viktor Petrov      | 39 | 3 | 5 | 60 | garage      | Coach |  3
 133 | Hannah Cohen       | 24 | 1 | 1 | 25 | hotel       | Basic |  2
 140 | Oliver Bancroft    | 50 | 2 | 4 | 40 | gym         | Plus  |  3
 152 | Mei-Ling Chen      | 35 | 2 | 3 | 50 | gym         | Coach |  4
 169 | Samuel Adeyemi     | 30 | 2 | 3 | 40 | bare floor  | Basic |  2
 174 | Freja Nygaard      | 27 | 3 | 3 | 60 | gym         | Plus  |  3
 188 | Patrick O'Brien    | 59 | 1 | 2 | 35 | garage      | Plus  |  2
 201 | Leila Haddad       | 32 | 2 | 1 | 40 | park        | Plus  |  3
`

/** user id | severity | side | joint | condition */
const RESTRICTION_ROWS = `
  42 | mild     | left  | knee       | patellar tendinopathy
  11 | moderate | right | shoulder   | rotator cuff strain
  19 | moderate |       | lower back | disc bulge at L5
  31 | mild     |       | lower back | stiffness from a desk job
  36 | moderate | right | hip        | osteoarthritis
  36 | mild     |       | neck       | whiplash, long ago
  48 | mild     | right | elbow      | tennis elbow
  71 | mild     | left  | shoulder   | impingement
  77 | mild     | left  | ankle      | an old sprain
  90 | severe   | left  | wrist      | fracture, six weeks out of the cast
 104 | mild     | right | ankle      | ligament repair
 118 | moderate |       | knee       | patellofemoral pain
 127 | mild     |       | lower back | a deadlift too many
 140 | moderate | left  | knee       | meniscus tear
 152 | mild     | left  | wrist      | carpal tunnel
 169 | moderate | right | ankle      | Achilles tendinopathy
 169 | mild     |       | knee       | jumper's knee
 188 | severe   | right | shoulder   | frozen shoulder
`

export const ROSTER: readonly User[] = tableCells(USER_ROWS).map(
  ([id, name = '', age, experience, phase, minutes, kit = '', plan = '', activity]) => ({
    id: Number(id),
    name,
    age: Number(age),
    experience: levelNumbered(Number(experience)),
    startingPhase: phaseNumbered(Number(phase)),
    minutes: Number(minutes),
    kit: cellWord(kit, KITS),
    plan: cellWord(plan, PLANS),
    restrictions: restrictionsOf(Number(id)),
    activity: Number(activity),
  }),
)

function restrictionsOf(userId: number): readonly Restriction[] {
  return tableCells(RESTRICTION_ROWS)
    .filter(([id]) => Number(id) === userId)
    .map(([, severity = '', side = '', joint = '', condition = '']) => ({
      severity: cellWord(severity, SEVERITIES),
      side,
      joint: cellWord(joint, JOINTS),
      condition,
    }))
}

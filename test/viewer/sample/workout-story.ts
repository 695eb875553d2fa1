import type { ErrorDetail } from '../../../engine/event.ts'
import type { SampleEvent } from '../memory-reader.ts'
import type { SeededRandom } from './random.ts'
import type { EventDetails } from './story-builder.ts'
import { StoryBuilder } from './story-builder.ts'

const COMPONENTS = [
  { title: 'Legs', muscles: ['quads', 'hamstrings', 'glutes'] },
  { title: 'Back', muscles: ['lats', 'upper back'] },
  { title: 'Chest', muscles: ['pectorals', 'triceps'] },
  { title: 'Core', muscles: ['abdominals', 'obliques'] },
] as const

const EXERCISES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  quads: ['Goblet squat', 'Split squat', 'Step-up', 'Front squat'],
  hamstrings: ['Romanian deadlift', 'Hamstring curl', 'Good morning'],
  glutes: ['Hip thrust', 'Glute bridge', 'Lateral band walk'],
  lats: ['Pull-up', 'Lat pulldown', 'Single-arm row'],
  'upper back': ['Face pull', 'Seated row', 'Reverse fly'],
  pectorals: ['Push-up', 'Bench press', 'Cable fly'],
  triceps: ['Dip', 'Overhead extension'],
  abdominals: ['Plank', 'Dead bug', 'Hollow hold'],
  obliques: ['Side plank', 'Pallof press'],
}

export interface WorkoutTurn {
  readonly user: string
  readonly phase: 'stabilisation' | 'hypertrophy' | 'strength' | 'power'
  readonly components: number
  /** A muscle that no exercise is left for. */
  readonly deadEnd?: string
  /** Whether storing the finished workout fails. */
  readonly fails?: boolean
}

/** The generation of one workout: the story that stacktale was first written for. */
export function workoutStory(
  random: SeededRandom,
  turn: WorkoutTurn,
  details: EventDetails,
): SampleEvent {
  const story = new StoryBuilder(random)
  story.say(`Starting workout generation for ${turn.user}`, {
    data: { user: Number(details.id), phase: turn.phase, minutes: 45 },
    source: 'workout/generate-workout.ts:31',
  })
  story.within(() => {
    loadProfile(story, turn)
    story.say('Recreating the exercise filter', { source: 'exercises/exercise-filter.ts:18' })
    story.within(() => {
      story.say(`Allowing ${random.whole(180, 240)} exercises that need only dumbbells and a mat`)
      story.say(`Leaving out ${random.whole(3, 9)} that were done in the last 48 hours`)
      story.at('debug', 'Filter compiled to a bitmap of 1,324 bits')
    })
    for (const component of COMPONENTS.slice(0, turn.components)) {
      buildComponent(story, turn, component)
    }
    story.say('Balancing the workout', { source: 'workout/balance.ts:12' })
    story.within(() => {
      story.say(
        `Push to pull is ${random.whole(9, 12)} to ${random.whole(9, 12)} sets, within tolerance`,
      )
      story.say(`Total time is ${random.whole(41, 49)} minutes of 45 asked for`)
    })
    save(story, turn)
  })
  if (turn.fails !== true)
    story.say(`Finished: ${turn.components * 4} exercises in ${turn.components} components`)
  return story.event(details)
}

function loadProfile(story: StoryBuilder, { user, phase }: WorkoutTurn): void {
  story.say(`Loading the profile of ${user}`, { source: 'users/load-profile.ts:9' })
  story.wait(story.random.between(4, 12))
  story.within(() => {
    story.say(`Training for ${phase}, week ${story.random.whole(1, 4)} of 4`)
    story.say('One injury on record: left shoulder, since March', {
      data: { joint: 'shoulder', side: 'left', avoid: ['overhead press', 'dip'] },
    })
  })
}

function buildComponent(
  story: StoryBuilder,
  { deadEnd, phase }: WorkoutTurn,
  { title, muscles }: (typeof COMPONENTS)[number],
): void {
  const { random } = story
  story.say(`Building the component “${title}”`, { source: 'workout/build-component.ts:44' })
  story.within(() => {
    for (const muscle of muscles) {
      story.say(`Choosing for ${muscle}`)
      story.within(() => {
        const names = EXERCISES[muscle] ?? ['Rest']
        story.say(`${random.whole(8, 30)} candidates after the filter`)
        if (muscle === deadEnd) {
          relaxFilter(story, muscle, title)
          return
        }
        story.within(() => {
          const name = random.pick(names)
          story.say(`Picked ${name}`, {
            data: { id: random.whole(1, 240), sets: 3, reps: phase === 'strength' ? 5 : 12 },
          })
          story.wait(random.between(0.5, 6))
          if (random.chance(0.35)) story.say('Fatigue is 62 of 100 after it, room for one more')
        })
      })
    }
  })
}

function relaxFilter(story: StoryBuilder, muscle: string, title: string): void {
  story.at('warn', `No exercises available for the current filter for ${muscle}`, {
    data: { component: title, muscle, equipment: ['dumbbells', 'mat'], excluded: 8 },
    source: 'exercises/pick-exercise.ts:71',
  })
  story.within(() => {
    story.say('Relaxing the filter: recency no longer counts')
    story.within(() => {
      story.say('2 candidates after the filter')
      story.within(() => {
        story.say('Trying Good morning')
        story.within(() => {
          story.at('warn', 'Good morning loads the lower back, which is at 90 of 100 already')
          story.say('Halving the load to 12 kg')
        })
      })
    })
  })
}

function save(story: StoryBuilder, { fails }: WorkoutTurn): void {
  story.say('Saving the workout', { source: 'workout/save-workout.ts:27' })
  story.within(() => {
    story.wait(story.random.between(6, 20))
    if (fails !== true) {
      story.say('Stored in 2 writes')
      return
    }
    story.at('warn', 'The first attempt timed out after 250 ms, trying once more')
    story.wait(264)
    story.at('error', 'The workout could not be saved', { error: SAVE_ERROR })
  })
}

const SAVE_ERROR: ErrorDetail = {
  name: 'WorkoutNotSavedError',
  message: 'Workout 8812 of user 42 was not stored after 2 attempts',
  code: 'SAVE_FAILED',
  stack: [
    'at saveWorkout (/app/workout/save-workout.ts:58:11)',
    'at async generateWorkout (/app/workout/generate-workout.ts:66:5)',
    'at async handler (/app/http/workouts.ts:19:20)',
    'at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
    'at async Layer.handle (/app/node_modules/router/lib/layer.js:152:14)',
  ].join('\n'),
  data: { attempts: 2, workout: 8812 },
  cause: {
    name: 'Error',
    message: 'connect ECONNREFUSED 10.0.8.20:5432',
    code: 'ECONNREFUSED',
    stack: 'at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1607:16)',
    data: { errno: -111, syscall: 'connect', address: '10.0.8.20', port: 5432 },
  },
}

import type { SampleEvent } from '../memory-reader.ts'
import { SeededRandom } from './random.ts'
import type { StoryBuilder } from './story-builder.ts'
import { StoryBuilder as Builder } from './story-builder.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'

/** A purchase that three services had to do with, and that failed in the last of them first. */
export function purchaseTrace(now: number): readonly SampleEvent[] {
  const start = now - 90_000
  const event = (
    service: string,
    id: string,
    spans: { readonly span: string; readonly parent?: string },
    began: number,
    tell: (story: StoryBuilder) => void,
  ): SampleEvent => {
    const story = new Builder(new SeededRandom(began))
    tell(story)
    const details = { prefix: 'request', id, service, trace: TRACE }
    const { duration } = story.event({ ...details, committedAt: start })
    return { ...story.event({ ...details, committedAt: start + began + duration }), ...spans }
  }
  return [
    event('purchasing', 'p1', { span: 'aa' }, 0, (story) => {
      story.say('POST /purchases')
      story.within(() => {
        story.say('Asking inventory for 3 widgets')
        story.wait(42)
        story.say('Inventory holds 3 widgets')
        story.say('Asking ordering for more')
        story.wait(160)
        story.at('error', 'Ordering answered 503')
      })
      story.at('error', 'Answered 502 after 210 ms')
    }),
    event('inventory', 'i1', { span: 'bb', parent: 'aa' }, 4, (story) => {
      story.say('POST /reservations')
      story.within(() => {
        story.say('Counting what is left')
        story.wait(30)
        story.at('warn', 'Only 3 widgets are left')
      })
      story.say('Answered 201 after 32 ms')
    }),
    event('ordering', 'o1', { span: 'cc', parent: 'aa' }, 50, (story) => {
      story.say('POST /orders')
      story.within(() => {
        story.say('Looking up the supplier')
        story.wait(12)
        story.say('Asking inventory how many fit')
        story.wait(70)
        story.at('error', 'Inventory does not answer')
      })
      story.say('Answered 503 after 150 ms')
    }),
    event('inventory', 'i2', { span: 'dd', parent: 'cc' }, 68, (story) => {
      story.say('GET /shelves')
      story.within(() => {
        story.wait(9)
        story.at('error', 'The shelves are locked by another count')
      })
      story.say('Answered 409 after 10 ms')
    }),
    event('mail', 'm1', { span: 'ff', parent: 'nobody-here' }, 120, (story) => {
      story.say('Telling the buyer')
      story.wait(20)
      story.say('Sent')
    }),
  ]
}

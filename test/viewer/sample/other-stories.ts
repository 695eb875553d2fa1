import type { SampleEvent } from '../memory-reader.ts'
import type { SeededRandom } from './random.ts'
import type { EventDetails } from './story-builder.ts'
import { StoryBuilder } from './story-builder.ts'

export function renewalStory(
  random: SeededRandom,
  user: string,
  details: EventDetails,
): SampleEvent {
  const story = new StoryBuilder(random)
  const isDeclined = random.chance(0.22)
  story.say(`Renewing the subscription of ${user}`)
  story.within(() => {
    story.say('Charging €7.40 to the card that ends in 4242')
    story.wait(random.between(180, 620))
    if (isDeclined) {
      story.at('warn', 'The card was declined: insufficient funds', { data: { retryInDays: 3 } })
      story.within(() => story.say('Keeping the subscription for 3 days of grace'))
    } else {
      story.within(() => story.say('Paid; the next renewal is in a month'))
    }
    story.say(isDeclined ? 'Asking by mail for another card' : 'Sending the receipt')
  })
  return story.event(details)
}

export function signInStory(
  random: SeededRandom,
  user: string,
  details: EventDetails,
): SampleEvent {
  const story = new StoryBuilder(random)
  story.say(`${user} signs in`)
  story.within(() => {
    story.say('Found the account by its address')
    story.wait(random.between(60, 140))
    story.say('The password is right')
    if (random.chance(0.15)) {
      story.at('warn', 'A browser not seen before: asking for the second factor', {
        data: { browser: 'Firefox 151', country: 'NL' },
      })
      story.within(() => story.say('The code is right'))
    }
    story.say('Session started, good for 14 days')
  })
  return story.event(details)
}

export function importStory(random: SeededRandom, details: EventDetails): SampleEvent {
  const story = new StoryBuilder(random)
  story.say('Importing the exercise catalogue from the coaches’ spreadsheet')
  story.within(() => {
    for (const sheet of ['Upper body', 'Lower body', 'Core', 'Cardio']) {
      story.say(`Reading the sheet “${sheet}”`)
      story.within(() => {
        story.wait(random.between(200, 1800))
        story.say(`${random.whole(40, 90)} rows read`)
        if (random.chance(0.3)) story.at('debug', 'Skipped 2 blank rows at its end')
      })
    }
    story.say('Writing what changed', { data: { added: 3, changed: 11, removed: 0 } })
  })
  return story.event(details)
}

import type { Line } from '../../../engine/event.ts'
import { eventOf, lineOf } from '../event-of.ts'
import type { SampleEvent } from '../memory-reader.ts'
import { NOW } from '../serve.ts'

export const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

function at(minutesAgo: number, title: string, more: Partial<SampleEvent> = {}): SampleEvent {
  const lines = more.lines ?? [lineOf({ text: title, level: more.level ?? 'info' })]
  return eventOf({ timestamp: `${NOW - minutesAgo * 60_000}.5`, title, ...more, lines })
}

const tale = (...texts: readonly (string | Partial<Line>)[]): readonly Line[] =>
  texts.map((text) => lineOf({ text: '', ...(typeof text === 'string' ? { text } : text) }))

/** Five events, the newest first. */
export const few: readonly SampleEvent[] = [
  at(1, 'Starting workout', { service: 'workouts', duration: 2500, level: 'warn', trace: TRACE }),
  at(2, 'Starting <b>renewal</b>', { prefix: 'billing', service: 'accounts', duration: 20 }),
  at(3, 'Reviewing progress', { id: '7', service: 'workouts', level: 'error', duration: 1999 }),
  at(4, 'Quiet', {
    prefix: 'billing',
    lines: tale('Quiet', 'Asking <b>Ada</b> & her Hamstrings', 'Done'),
  }),
  at(5, 'Loud', {
    lines: tale(
      'Loud',
      { text: 'It failed', error: { name: 'E', message: 'no hamstrings' } },
      'End',
      {
        text: 'Given',
        data: { muscle: 'hamstrings' },
      },
    ),
  }),
]

/** The titles that a page lists, as HTML without its marks. */
export function titlesIn(body: string): readonly string[] {
  return [
    ...body.matchAll(/class="event-title"[^>]*>(?:<span[^>]*>[^<]*<\/span>)?(.*?)<\/a>/g),
  ].map(([, title = '']) => title.replaceAll(/<\/?mark>/g, ''))
}

/** Where the link leads whose name begins so; empty where there is none. */
export function linkIn(body: string, label: string): string {
  const [, href = ''] = new RegExp(`href="([^"]*)"[^>]*>(?:<bdi>)?${label}`).exec(body) ?? []
  return href.replaceAll('&amp;', '&')
}

/** The address of a search. */
export const pathOf = (q: string, more = ''): string => `/?q=${encodeURIComponent(q)}${more}`

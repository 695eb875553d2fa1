import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import { eventOf, lineOf } from '../event-of.ts'
import type { SampleEvent } from '../memory-reader.ts'
import { NOW } from '../serve.ts'

/** What should be made visible wherever a text is shown. */
export const UNSEEN: RegExp =
  /(?![\n\t])[\p{Cc}\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u

/** Texts that would do harm where they were taken for something other than text. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '" style="position:fixed;inset:0" onmouseover="alert(1)',
  '</title></textarea></details><script>alert(1)</script>',
  '</svg></style><svg onload=alert(1)><animate onbegin=alert(1)>',
  '<base href="https://example.com/"><meta http-equiv="refresh" content="0;url=//example.com">',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<%= process.env %><%- include("x") %><% throw 1 %>',
  '{{constructor.constructor("x")()}} ${7*7} #{7*7}',
  'javascript:alert(1)',
  '//example.com/..%2f..%2f',
  '<!--',
  ']]><![CDATA[',
  '&lt;b&gt; &amp;amp; &#x3c;script&#x3e;',
  'NUL \u0000 ESC \u001b[31m BEL \u0007 CSI \u009b',
  'link \u001b]8;;https://example.com\u0007here\u001b]8;;\u0007 \u001b[2J\u001b[H',
  'right to left \u202e gnp.exe \u2066',
  'שלום \u200f',
  'zero \u200b\u200c\u200d\u2060\ufeff width, so\u00adft',
  `Zalgo ${'o\u0300\u0301\u0302\u0303'.repeat(40)}`,
  'half \ud83d of a pair',
  '\r\nSet-Cookie: a=b',
  '\u2028\u2029',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  '=HYPERLINK("https://example.com")',
]

/** The only kind of trace that has a page. */
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'

/** Long enough for a minimap, with warnings, errors and blocks that took long. */
const LONG_STORY = 40

/**
 * Events that say the text wherever an event may say something. After the first come: one that is whole
 * and of a trace with a page, one that it called, a long one, and one of another prefix a day earlier.
 */
export function hostileEvents(text: string): readonly [SampleEvent, ...SampleEvent[]] {
  const event = hostileEvent(text)
  const { damage: _damage, ...whole } = event
  const other = { prefix: 'plain', id: text.toWellFormed(), object: `plain_${text.toWellFormed()}` }
  return [
    event,
    { ...whole, timestamp: `${NOW - 6000}.5`, trace: TRACE, span: SPAN, expires: 2e9 },
    {
      ...whole,
      ...other,
      timestamp: `${NOW - 6500}.5`,
      trace: TRACE,
      parent: SPAN,
      service: 'till',
    },
    { ...whole, ...longStory(text), timestamp: `${NOW - 8000}.5` },
    { ...whole, ...other, timestamp: `${NOW - 30 * 3_600_000}.5` },
  ]
}

function longStory(text: string): Pick<SampleEvent, 'lines' | 'duration'> {
  const lines = Array.from({ length: LONG_STORY }, (_, index) =>
    lineOf({
      text: `${text} ${index}`,
      depth: index % 4,
      level: index % 10 === 3 ? 'error' : index % 10 === 7 ? 'warn' : 'info',
      elapsed: index * 100 + (index > 20 ? 4000 : 0),
    }),
  )
  return { lines, duration: 9000 }
}

export function hostileEvent(text: string): SampleEvent {
  const prefix = text.toWellFormed().replaceAll('_', '-')
  const id = text.toWellFormed()
  return eventOf({
    id,
    object: `${prefix}_${id}`,
    prefix,
    timestamp: `${NOW - 5000}.5`,
    title: text,
    service: text,
    host: text,
    trace: text,
    lines: [
      lineOf({
        text,
        level: 'error',
        source: text,
        data: { [text]: text, list: [text, { [text]: [text] }] },
        error: {
          name: text,
          message: text,
          code: text,
          stack: `at ${text.replaceAll(/\s+/g, ' ')}`,
          data: [text],
          cause: { name: text, message: text, errors: [{ name: text, message: text }] },
        },
      }),
      lineOf({ text: `${text}\n${text}`, level: 'warn', depth: 3, elapsed: 5000 }),
      lineOf({ text: `needle ${text}`, data: { needle: text }, elapsed: 5001 }),
    ],
    damage: new StacktaleError('body-damaged', text),
  })
}

/** Every page that shows something of an event. */
export function pathsOf({ object, prefix, timestamp }: SampleEvent): readonly string[] {
  const [key, domain] = [object, prefix].map(encodeURIComponent)
  return [
    '/',
    '/?range=7d',
    `/?object=${key}`,
    `/?prefix=${domain}`,
    '/?q=needle+-zzz&in=stories',
    `/newer?since=${NOW}`,
    `/objects/${key}`,
    `/events/${key}/${timestamp}`,
    `/events/${key}/${timestamp}?depth=1`,
    `/traces/${TRACE}`,
    `/traces/${TRACE}?lines=no`,
    '/overview',
    '/overview?range=7d',
    '/cost',
  ]
}

/** Those pages, and those of the further events that come with it. */
export function allPathsOf(event: SampleEvent): readonly string[] {
  const long = `/events/${encodeURIComponent(event.object)}/${NOW - 8000}.5`
  return [...pathsOf(event), long, `${long}/previous`]
}

/** The search for a text, as a phrase. */
export function searchFor(text: string): string {
  const phrase = `"${text.toWellFormed().replaceAll(/["\\]/g, String.raw`\$&`)}"`
  return `/?${new URLSearchParams({ q: phrase, in: 'stories' }).toString()}`
}

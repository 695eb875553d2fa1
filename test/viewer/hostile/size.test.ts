import assert from 'node:assert/strict'
import type { JsonValue } from '../../../engine/event.ts'
import { DEEPEST_NESTING } from '../../../engine/item/parse-json.ts'
import { eventOf, lineOf } from '../event-of.ts'
import { servingViewer } from '../serve.ts'
import { pathsOf } from './corpus.ts'

const MEGABYTE = 2 ** 20
const LEVELS = 10_000

/** The most that a page may be, when it shows ten thousand lines or one of a megabyte. */
const LARGEST = 16 * MEGABYTE

function nested(levels: number): JsonValue {
  let value: JsonValue = 'the bottom'
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

const IMMENSE = {
  'a line of 1 MB in one word': eventOf({
    lines: [lineOf({ text: `needle ${'x'.repeat(MEGABYTE)}` })],
    title: 'Much to tell',
  }),
  'a line of 1 MB of markup': eventOf({
    lines: [lineOf({ text: `needle ${'<b>"&'.repeat(MEGABYTE / 5)}` })],
    title: 'Much to tell',
  }),
  'a line of 200,000 rows': eventOf({
    lines: [lineOf({ text: `needle\n${'row\n'.repeat(200_000)}` })],
    title: 'Much to tell',
  }),
  'a title, service, host and id of 1,000 characters': eventOf({
    id: 'i'.repeat(1000),
    title: 't'.repeat(1000),
    service: 's'.repeat(1000),
    host: 'h'.repeat(1000),
    lines: [lineOf({ text: 'needle' })],
  }),
  'a data key and value of 1 MB': eventOf({
    lines: [
      lineOf({ text: 'needle', data: { ['k'.repeat(MEGABYTE)]: 'v', v: 'v'.repeat(MEGABYTE) } }),
    ],
  }),
  '10,000 levels of calls': eventOf({
    lines: Array.from({ length: LEVELS }, (_, depth) =>
      lineOf({ text: depth === LEVELS - 1 ? 'needle' : 'Deeper', depth, elapsed: depth }),
    ),
  }),
  'a fall from 10,000 levels to none, and back': eventOf({
    lines: Array.from({ length: 200 }, (_, index) =>
      lineOf({ text: 'needle', depth: index % 2 === 0 ? 0 : LEVELS, elapsed: index }),
    ),
  }),
  'data nested as deep as a table gives it': eventOf({
    lines: [lineOf({ text: 'needle', data: nested(DEEPEST_NESTING) })],
  }),
  'an error of 1 MB': eventOf({
    lines: [
      lineOf({
        text: 'needle',
        level: 'error',
        error: { name: 'Error', message: 'm'.repeat(MEGABYTE), stack: 'at x\n'.repeat(50_000) },
      }),
    ],
  }),
}

describe('an immense event', () => {
  for (const [name, event] of Object.entries(IMMENSE)) {
    it(`is shown on every page: ${name}`, async () => {
      const failures: unknown[] = []
      await servingViewer(
        [event],
        async ({ get }) => {
          const paths = pathsOf(event).filter((path) => !path.startsWith('/traces/'))
          const story = paths.find((path) => path.startsWith('/events/')) ?? ''
          for (const path of [...paths, `${story}.txt`, `${story}.ndjson`]) {
            const { status, body } = await get(path)
            assert.equal(status, 200, `${path.slice(0, 80)}: ${String(failures[0])}`)
            assert.ok(body.length < LARGEST, `${path.slice(0, 80)}: ${body.length}`)
          }
        },
        { onError: (error) => failures.push(error) },
      )
    })
  }
})

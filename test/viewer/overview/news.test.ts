import assert from 'node:assert/strict'
import type { Count } from '../../../engine/table/index.ts'
import { domainsOf } from '../../../viewer/overview/domains.ts'
import { newsOf } from '../../../viewer/overview/news.ts'
import { counted, HOUR } from './domain-of.ts'

const steps = { from: HOUR, stepMs: 3_600_000, length: 1 }
const plenty = counted('workout', 'info', 100)

function newsIn(now: readonly Count[], before: readonly Count[]): readonly string[] {
  return newsOf(domainsOf(now, before, steps), {
    address: (filters) => `now ${JSON.stringify(filters)}`,
    addressBefore: (filters) => `before ${JSON.stringify(filters)}`,
  }).map(({ level, prefix, text, address }) => `${level}: ${prefix} ${text} (${address})`)
}

describe('what is new', () => {
  for (const [title, now, before, news] of [
    ['nothing', plenty, plenty, []],
    [
      'a domain that appears',
      [...counted('coach', 'info', 3), ...counted('coach', 'warn', 1)],
      [],
      ['info: coach is new: 4 events, 1 warning (now {"prefix":"coach"})'],
    ],
    [
      'a domain that appears with errors',
      counted('coach', 'error', 1),
      [],
      ['error: coach is new: 1 event, 1 error (now {"prefix":"coach"})'],
    ],
    [
      'a domain that stops',
      [],
      counted('billing', 'info', 5),
      ['warn: billing has stopped: 5 events before, none since (before {"prefix":"billing"})'],
    ],
    ['not one that has few events and none now', [], counted('billing', 'info', 4), []],
    [
      'a first error',
      [...plenty, ...counted('workout', 'error', 1)],
      plenty,
      ['error: workout has 1 error, none before (now {"prefix":"workout","level":"error"})'],
    ],
    [
      'more than twice as many errors',
      [...plenty, ...counted('workout', 'error', 7)],
      [...plenty, ...counted('workout', 'error', 3)],
      ['error: workout has more errors: 7, up from 3 (now {"prefix":"workout","level":"error"})'],
    ],
    [
      'not twice as many',
      [...plenty, ...counted('workout', 'error', 6)],
      [...plenty, ...counted('workout', 'error', 3)],
      [],
    ],
    [
      'not a few of them',
      [...plenty, ...counted('workout', 'error', 4)],
      [...plenty, ...counted('workout', 'error', 1)],
      [],
    ],
    [
      'many more errors',
      [...plenty, ...counted('workout', 'error', 12_345)],
      [...plenty, ...counted('workout', 'error', 1_234)],
      [
        'error: workout has more errors: 12,345, up from 1,234 (now {"prefix":"workout","level":"error"})',
      ],
    ],
    [
      'more than twice as many warnings',
      [...plenty, ...counted('workout', 'warn', 5)],
      [...plenty, ...counted('workout', 'warn', 2)],
      ['warn: workout has more warnings: 5, up from 2 (now {"prefix":"workout","level":"warn"})'],
    ],
    [
      'not what may be slower only as the counts tell it',
      counted('workout', 'info', 20, 128),
      counted('workout', 'info', 20, 127),
      [],
    ],
    [
      'what is slower by more than the counts may be wrong',
      counted('workout', 'info', 20, 1000),
      counted('workout', 'info', 20, 100),
      ['warn: workout is slower: p95 about 1 s, up from 120 ms (now {"prefix":"workout"})'],
    ],
    [
      'not what few events say',
      counted('workout', 'info', 19, 1000),
      counted('workout', 'info', 19, 100),
      [],
    ],
  ] as const) {
    it(`is ${title}`, () => {
      assert.deepEqual(newsIn(now, before), news)
    })
  }

  it('begins with the worst', () => {
    const news = newsIn(
      [...counted('a', 'info', 1), ...counted('c', 'error', 1)],
      counted('b', 'info', 9),
    )
    assert.deepEqual(
      news.map((item) => item.split(' ').slice(0, 2).join(' ')),
      ['error: c', 'warn: b', 'info: a'],
    )
  })
})

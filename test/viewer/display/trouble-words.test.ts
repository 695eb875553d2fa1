import assert from 'node:assert/strict'
import { troubleWords } from '../../../viewer/display/trouble-words.ts'
import { lineOf } from '../event-of.ts'

const failure = (error: { name: string; message: string; code?: string | number }) =>
  lineOf({ text: 'No workout for Maya today', level: 'error', error })

describe('the words of a trouble', () => {
  for (const [what, lines, expected] of [
    ['none where nothing went wrong', [lineOf({ text: 'Quiet' })], undefined],
    ['those of the first warning', [lineOf({ text: 'Low', level: 'warn' })], 'Low'],
    [
      'those of an error, rather than of a warning before it',
      [lineOf({ text: 'Low', level: 'warn' }), lineOf({ text: 'Out\nnow', level: 'error' })],
      'Out',
    ],
    [
      'what the error is called, rather than a text that names who it happened to',
      [
        lineOf({ text: 'Failing', level: 'error' }),
        failure({ name: 'LookupFailedError', message: 'No answer for 7', code: 'E7' }),
      ],
      'LookupFailedError',
    ],
    [
      'a code, where the name is a common one',
      [failure({ name: 'Error', message: 'to 10.0.0.7', code: 'ECONNREFUSED' })],
      'ECONNREFUSED',
    ],
    [
      'a code, where the name is a common one in small letters',
      [failure({ name: 'error', message: 'duplicate key', code: '23505' })],
      '23505',
    ],
    [
      'the message, where the code is too short to go by',
      [failure({ name: 'Error', message: 'Not found', code: 404 })],
      'Not found',
    ],
    [
      'the message, where the code is empty',
      [failure({ name: 'Error', message: 'Not found', code: '' })],
      'Not found',
    ],
    [
      'else the message',
      [failure({ name: 'TypeError', message: 'x is undefined' })],
      'x is undefined',
    ],
    [
      'what is before a number, where that is enough to go by',
      [lineOf({ text: 'The inventory failed (attempt 1): again in 40 ms', level: 'warn' })],
      'The inventory failed (attempt',
    ],
    [
      'a number all the same, where too little is before it',
      [lineOf({ text: 'Row 1733: no muscles', level: 'warn' })],
      'Row 1733: no muscles',
    ],
    ['the first row that says something', [lineOf({ text: '\r\nOut', level: 'error' })], 'Out'],
    [
      'nothing to search for in an empty text',
      [lineOf({ text: ' \n', level: 'error' })],
      undefined,
    ],
    [
      'no half of a pair where they are cut',
      [lineOf({ text: `${'a'.repeat(79)}🦀`, level: 'error' })],
      'a'.repeat(79),
    ],
  ] as const) {
    it(what, () => {
      assert.equal(troubleWords(lines), expected)
    })
  }
})

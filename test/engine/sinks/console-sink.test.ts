import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { configure, consoleSink, GenericLogger } from 'stacktale'
import { memorySink } from 'stacktale/testing'
import type { Line, LogEvent } from '../../../engine/event.ts'
import { storyText } from '../../../engine/story-text.ts'
import { anyLines } from '../../arbitraries/lines.ts'

class Screen extends Writable {
  text = ''
  columns = 100
  isTTY = true

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

function eventOf(lines: readonly Line[], title = 'Title'): LogEvent {
  return {
    object: 'workout_42',
    prefix: 'workout',
    id: '42',
    timestamp: '1732184700123.5',
    level: 'warn',
    title,
    duration: 12.5,
    lines,
    text: storyText(lines),
  }
}

async function printed(
  event: LogEvent,
  options: Parameters<typeof consoleSink>[0] = {},
): Promise<string> {
  const stream = new Screen()
  await consoleSink({ stream, ...options }).write(event)
  return stream.text
}

const COLOURS = ['1', '2', '22', '31', '33', '39', '1;36', '22;39']

function withoutOwnColours(text: string): string {
  return COLOURS.reduce((rest, code) => rest.replaceAll(`\u001b[${code}m`, ''), text)
}

function isControl(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  return code < 0x20 || (code >= 0x7f && code < 0xa0)
}

describe('the console sink', () => {
  it('prints nothing that acts on a terminal but its own colours, whatever was logged', async () => {
    await fc.assert(
      fc.asyncProperty(anyLines, fc.string({ unit: 'binary' }), async (lines, title) => {
        const coloured = await printed(eventOf(lines, title), { colour: true, ascii: false })
        const own = withoutOwnColours(coloured)
        assert.ok(Array.from(own).every((sign) => sign === '\n' || !isControl(sign)))
        const plain = await printed(eventOf(lines, title), { colour: false, ascii: false })
        assert.equal(own, plain)
      }),
      { numRuns: 100 },
    )
  })

  it('prints every line of a story, indented, with its data and its error', async () => {
    const lines: Line[] = [
      { text: 'Starting', depth: 0, elapsed: 0, level: 'info' },
      { text: 'Choosing', depth: 1, elapsed: 1.5, level: 'info', data: { id: 9 } },
      {
        text: 'Could not save',
        depth: 2,
        elapsed: 3,
        level: 'error',
        error: {
          name: 'RangeError',
          message: 'No legs',
          stack: 'at save (a.ts:1:1)',
          cause: { name: 'Error', message: 'Gone' },
        },
      },
    ]
    const text = await printed(eventOf(lines, 'Starting'), { colour: false, ascii: true })
    assert.match(text, /workout_42 {2}Starting/)
    assert.match(text, /1\.5 ms +\| Choosing {2}\{"id":9\}/)
    assert.match(text, /3\.0 ms +\|\s+\|? *Could not save/)
    assert.match(text, /RangeError: No legs[^]*at save \(a\.ts:1:1\)[^]*caused by Error: Gone/)
  })

  it('colours on a terminal, and not where NO_COLOR is set or the output is no terminal', async () => {
    const event = eventOf([{ text: 'Careful', depth: 0, elapsed: 0, level: 'warn' }])
    const isColoured = (text: string): boolean => stripVTControlCharacters(text) !== text
    const before = {
      no: process.env['NO_COLOR'],
      force: process.env['FORCE_COLOR'],
      term: process.env['TERM'],
    }
    const set = (name: string, value: string | undefined): void => {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    try {
      set('FORCE_COLOR', undefined)
      set('NO_COLOR', undefined)
      set('TERM', 'xterm')
      assert.ok(isColoured(await printed(event)))
      set('NO_COLOR', '1')
      assert.ok(!isColoured(await printed(event)))
      set('NO_COLOR', undefined)
      const file = new Screen()
      file.isTTY = false
      await consoleSink({ stream: file }).write(event)
      assert.ok(!isColoured(file.text))
      set('FORCE_COLOR', '1')
      assert.ok(isColoured(await printed(event)))
    } finally {
      set('NO_COLOR', before.no)
      set('FORCE_COLOR', before.force)
      set('TERM', before.term)
    }
  })

  it('prints from a level on, and stores all where it is told to', async () => {
    const stream = new Screen()
    const also = memorySink()
    configure({ sink: consoleSink({ stream, level: 'warn', also, colour: false }) })
    try {
      const log = new GenericLogger({ id: 1 }, 'levels')
      log.info('Quiet')
      const receipt = await log.commit()
      log.warn('Loud')
      await log.commit()
      assert.equal(receipt?.object, 'levels_1')
      assert.deepEqual(
        also.events.map(({ text }) => text),
        ['Quiet', 'Loud'],
      )
      assert.ok(stream.text.includes('Loud') && !stream.text.includes('Quiet'))
    } finally {
      configure({ sink: undefined })
    }
  })

  it('does not trouble the application when nobody reads any more', async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
    })
    const lines: Line[] = [{ text: 'Line', depth: 0, elapsed: 0, level: 'info' }]
    const receipt = await consoleSink({ stream: gone }).write(eventOf(lines))
    assert.equal(receipt.lines, 1)
  })

  it('refuses a level that does not exist', () => {
    assert.throws(() => consoleSink(JSON.parse('{"level":"fatal"}')), { code: 'option-invalid' })
  })
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { Line, LogEvent } from '../../../engine/event.ts'
import { LINE_CODECS } from '../../../engine/item/codec.ts'
import { encodeEvent } from '../../../engine/item/encode-event.ts'
import { compressedStory, storyJson, writtenStory } from '../../../engine/item/story.ts'
import { storyText } from '../../../engine/story-text.ts'
import { TemporaryFolder } from '../../temporary-folder.ts'

const PYTHON = 'python3'
const PAGE = 'docs/table-format.md'

/** Stands in for Python's package of this name, which may not be installed. */
const BROTLI = `import os, subprocess

def decompress(data):
    code = "process.stdout.write(zlib.brotliDecompressSync(fs.readFileSync(0)))"
    return subprocess.run([os.environ["NODE"], "-e", code], input=data, stdout=subprocess.PIPE, check=True).stdout
`

const HAS_PYTHON = spawnSync(PYTHON, ['--version']).status === 0

function eventOf(lines: readonly Line[]): LogEvent {
  return {
    object: 'workout_42',
    prefix: 'workout',
    id: '42',
    timestamp: '1732184700123.0000011234567890123456789',
    level: 'info',
    title: lines[0]?.text ?? '',
    duration: 12.3,
    lines,
    text: storyText(lines),
  }
}

function linesOf(count: number): readonly Line[] {
  const line = (text: string, depth: number, at: number): Line => ({
    text,
    depth,
    elapsed: at / 10,
    level: 'info',
  })
  return [
    line('Starting', 0, 0),
    { ...line('Deep, \u001b[31mred\u0007', 20, 3), data: { id: 9, text: 'a\nb' } },
    { ...line('Two\n  rows', 1, 9000), level: 'error', took: 3, source: 'a.ts:1' },
    ...(count > 0 ? [line('Far down\nin two rows', 312, 9000)] : []),
    ...Array.from({ length: count }, (_, at) => line(`Häufig ${at} × 😀`, at % 12, 9000 + at)),
  ]
}

describe('the reader in Python that the format is explained by', function () {
  if (!HAS_PYTHON) return
  let folder: TemporaryFolder

  before(async () => {
    folder = await TemporaryFolder.create()
    const [, code = ''] = /^```python\n(.*?)^```$/ms.exec(readFileSync(PAGE, 'utf8')) ?? []
    writeFileSync(join(folder.path, 'reader.py'), code)
    writeFileSync(join(folder.path, 'brotli.py'), BROTLI)
  })

  after(async () => await folder[Symbol.asyncDispose]())

  function read(attributes: object): string {
    const item = Object.fromEntries(
      Object.entries(attributes).map(([name, value]: [string, unknown]) => [
        name,
        value instanceof Uint8Array
          ? { B: Buffer.from(value).toString('base64') }
          : { S: String(value) },
      ]),
    )
    const env = { ...process.env, NODE: process.execPath, PYTHONIOENCODING: 'utf-8' }
    const { stdout, stderr } = spawnSync(PYTHON, [join(folder.path, 'reader.py')], {
      input: JSON.stringify({ Item: item }),
      encoding: 'utf8',
      env,
    })
    assert.equal(stderr, '')
    return stdout.replace(/\r?\n$/, '')
  }

  it('reads an item that is text', () => {
    const event = eventOf(linesOf(0))
    const { items } = encodeEvent(event)
    assert.ok(items[0] !== undefined && 'message' in items[0])
    assert.equal(read(items[0]), event.text)
  })

  for (const codec of LINE_CODECS) {
    it(`reads an item of codec ${codec}`, () => {
      const event = eventOf(linesOf(300))
      const story = compressedStory(writtenStory(event), event.title, codec)
      assert.equal(story.codec, codec)
      assert.equal(read({ title: event.title, ...story }), event.text)
    })
  }

  it('reads an item of codec deflate-raw', () => {
    const event = eventOf(linesOf(300))
    const body = deflateRawSync(storyJson(writtenStory(event)))
    assert.equal(read({ title: event.title, codec: 'deflate-raw', body }), event.text)
  })
})

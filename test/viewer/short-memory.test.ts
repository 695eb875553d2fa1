import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ShortMemory } from '../../viewer/short-memory.ts'

function memoryOf(options: { readonly keepMs?: number; readonly mostBytes?: number } = {}) {
  const time = { now: 0 }
  const memory = new ShortMemory<string | undefined>({
    clock: () => time.now,
    keepMs: 100,
    mostBytes: 10,
    bytesOf: (text = '') => text.length,
    ...options,
  })
  return { memory, time }
}

describe('a short memory', () => {
  it('reads once for all who ask the same at the same time', async () => {
    const { memory } = memoryOf()
    let reads = 0
    let answer: (text: string) => void = () => undefined
    const read = async () => {
      reads += 1
      return await new Promise<string>((resolve) => {
        answer = resolve
      })
    }
    const asked = [memory.recall('a', read), memory.recall('a', read), memory.recall('a', read)]
    answer('said')
    const answers = await Promise.all(asked)
    assert.equal(reads, 1)
    assert.deepEqual(
      answers.map(({ value, isFirst }) => [value, isFirst]),
      [
        ['said', true],
        ['said', false],
        ['said', false],
      ],
    )
  })

  it('gives an answer again until its time is over', async () => {
    const { memory, time } = memoryOf()
    await memory.recall('a', async () => 'old')
    time.now = 99
    assert.equal((await memory.recall('a', async () => 'new')).value, 'old')
    time.now = 100
    assert.deepEqual(await memory.recall('a', async () => 'new'), { value: 'new', isFirst: true })
  })

  it('keeps neither a failure nor what is not there', async () => {
    const { memory } = memoryOf()
    await assert.rejects(memory.recall('a', async () => await Promise.reject(new Error('no'))))
    assert.equal((await memory.recall('a', async () => undefined)).value, undefined)
    assert.deepEqual(await memory.recall('a', async () => 'now'), { value: 'now', isFirst: true })
  })

  it('answers right, within its bytes and its time, whatever is asked', async () => {
    const asking = fc.record({ key: fc.nat(8), size: fc.nat(14), passes: fc.nat(60) })
    await fc.assert(
      fc.asyncProperty(fc.array(asking, { maxLength: 60 }), async (askings) => {
        const { memory, time } = memoryOf()
        for (const { key, size, passes } of askings) {
          time.now += passes
          const text = () => `${time.now} ${key} ${'x'.repeat(size)}`
          const { value = '' } = await memory.recall(String(key), async () => text())
          const [at, of] = value.split(' ')
          assert.equal(of, String(key))
          assert.ok(time.now - Number(at) < 100)
          assert.ok(memory.bytes >= 0 && memory.bytes <= 10)
        }
        time.now += 100
        await memory.recall('another', async () => undefined)
        assert.equal(memory.bytes, 0)
      }),
    )
  })
})

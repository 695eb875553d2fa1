import assert from 'node:assert/strict'
import { createViewer, startViewer } from '../../../viewer/index.ts'
import { MemoryReader } from '../memory-reader.ts'
import { HASH, PASSWORD } from './signing-in.ts'

const reader = new MemoryReader([])

describe('who may look', () => {
  it('has to be said', () => {
    for (const options of [{ reader }, { reader, auth: undefined }]) {
      assert.throws(() => Reflect.apply(createViewer, undefined, [options]), {
        code: 'viewer-unprotected',
        message: /"auth" takes .* or false/,
      })
    }
    assert.throws(() => Reflect.apply(createViewer, undefined, []), { code: 'viewer-unprotected' })
  })

  const wrong: readonly (readonly [title: string, auth: unknown])[] = [
    ['true', true],
    ['null', null],
    ['nothing', {}],
    ['two ways at once', { password: HASH, users: { ada: HASH } }],
    ['no user', { users: {} }],
    ['a name with a space around it', { users: { ' ada': HASH } }],
    ['a password as it is', { password: PASSWORD }],
    ['a password of a user as it is', { users: { ada: PASSWORD } }],
    ['a password of another type', { password: 7 }],
    ['a hash that is cheap to guess', { password: HASH.replace('ln=17', 'ln=14') }],
    ['a hash that takes all memory', { password: HASH.replace('ln=17', 'ln=24') }],
    ['a hook that is none', { authenticate: 'yes' }],
    ['a hash of other blocks', { password: HASH.replace('r=8', 'r=16') }],
    ['a hash of no rounds', { password: HASH.replace('p=1', 'p=0') }],
    ['a hash of many rounds', { password: HASH.replace('p=1', 'p=5') }],
    ['a long digest', { password: HASH + 'A'.repeat(50) }],
    ['a short salt', { password: HASH.replace('iDnOiiHSYE/AiuQZlFjq+g', 'iDnOiiHSYE') }],
    ['a short digest', { password: HASH.slice(0, -20) }],
    ['prefixes that cannot be', { users: { ada: { password: HASH, prefixes: ['a_b'] } } }],
    ['prefixes as a text', { users: { ada: { password: HASH, prefixes: 'workout' } } }],
    ['sessions that never last', { password: HASH, idleMs: 0 }],
    ['sessions that last for ever', { password: HASH, lifetimeMs: Infinity }],
    ['a script to sign in by', { authenticate: () => undefined, signIn: 'javascript:alert(1)' }],
    [
      'another host to sign in at, in disguise',
      { authenticate: () => undefined, signIn: '//evil' },
    ],
  ]
  for (const [title, auth] of wrong) {
    it(`cannot be said by ${title}, and no password is repeated`, () => {
      assert.throws(
        () => Reflect.apply(createViewer, undefined, [{ reader, auth }]),
        (error: unknown) =>
          error instanceof Error &&
          Reflect.get(error, 'code') === 'option-invalid' &&
          !error.message.includes(PASSWORD),
      )
    })
  }

  it('is whoever reaches it on loopback, unless it is said', async () => {
    const viewer = await startViewer({ reader, port: 0 })
    assert.equal((await fetch(viewer.url)).status, 200)
    await viewer.close()
    const asking = await startViewer({ reader, port: 0, auth: { password: HASH } })
    assert.equal((await fetch(asking.url)).status, 401)
    await asking.close()
  })
})

describe('settings that contradict each other', () => {
  it('are fatal', async () => {
    const open = { reader, port: 0, auth: false } as const
    const guarded = { ...open, auth: { password: HASH } }
    for (const options of [
      { ...open, allowedHosts: ['*'] },
      { ...guarded, allowedHosts: [] },
      { ...open, host: '0.0.0.0' },
      { ...guarded, host: '::' },
      { ...guarded, host: '0' },
      { ...guarded, host: '::ffff:0.0.0.0' },
      { ...open, audit: () => {} },
    ]) {
      await assert.rejects(
        startViewer(options),
        { code: 'option-invalid' },
        JSON.stringify(options),
      )
    }
  })

  it('are none where others are let in on purpose', async () => {
    const viewer = await startViewer({
      reader,
      port: 0,
      host: '0.0.0.0',
      auth: false,
      allowedHosts: ['localhost'],
    })
    assert.equal((await fetch(`http://localhost:${viewer.port}/`)).status, 200)
    await viewer.close()
  })
})

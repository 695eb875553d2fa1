import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { OTHER_PASSWORD, signedIn, USERS } from '../auth/signing-in.ts'
import { eventOf, lineOf } from '../event-of.ts'
import { serving } from '../serve.ts'
import { MOUNTS, viewerOf } from './mounts.ts'

const SECRET = 'What nobody may read'
const event = eventOf({ prefix: 'payroll', lines: [lineOf({ text: SECRET })] })
const STORY = `/events/${event.object}/${event.timestamp}`

/** Ways to say an address so that who guards it and who answers it may understand it differently. */
const GAMES: readonly string[] = [
  '/',
  '//',
  '/.',
  '/./',
  '/?',
  '/;',
  '/%2e/',
  '/%2F',
  '/login/',
  '/LOGIN',
  '/login/..',
  '/login/../',
  '/login/%2e%2e/',
  '/login%2f..%2f',
  '/login;/../',
  '/logout',
  '/healthz/../',
  '/healthz/',
  '/healthz/x',
  '/healthz%2f..',
  '/assets/../',
  '/assets/..%2f',
  '/assets/%2e%2e/',
  `/assets/..${STORY}`,
  `/assets/%2e%2e${STORY}`,
  `/login/..${STORY}`,
  `/healthz/..${STORY}`,
  `/healthz/%2e%2e${STORY}`,
  STORY,
  `${STORY}.txt`,
  `${STORY}.ndjson`,
  `${STORY}.TXT`,
  `${STORY}/`,
  `/${STORY}`,
  `/.${STORY}`,
  STORY.replace('events', 'EVENTS'),
  STORY.replace('events', '%65vents'),
  STORY.replace('payroll', '%70ayroll'),
  `${STORY}%00`,
  `${STORY}?next=/login`,
  `/login?next=${STORY}`,
  '/objects/payroll_42',
  '/objects/payroll_42/',
  '/?prefix=payroll',
  '/%c0%ae/',
  '/%',
  '/\\',
  '/..;/',
]

/** Asks by a line that no client would write. */
async function raw(port: number, target: string, headers = ''): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`)
  return await text(socket)
}

for (const { title, base, around } of MOUNTS) {
  describe(`a path that is written another way, ${title}`, () => {
    it('shows nothing to who is not signed in', async () => {
      await serving(around(viewerOf([event], { auth: USERS })), async ({ port }) => {
        const targets = GAMES.map((game) => base + game)
        const whole = [
          `http://localhost${base}${STORY}`,
          `http://evil.example${base}/`,
          '*',
          `/x/..${base}${STORY}`,
        ]
        for (const target of [...targets, ...whole]) {
          const answer = await raw(port, target)
          assert.doesNotMatch(answer, /payroll_42<|What nobody/, target)
          assert.match(answer, /^HTTP\/1\.1 (?:200|303|400|401|404) /, target)
          if (answer.startsWith('HTTP/1.1 200'))
            assert.match(answer, /<h1>Sign in<|\r\n\r\nok$/, target)
        }
      })
    })

    it('shows nothing of another prefix to who may see one', async () => {
      await serving(around(viewerOf([event], { auth: USERS })), async ({ port, get }) => {
        const cookie = await signedIn(get, { base, name: 'grace', password: OTHER_PASSWORD })
        for (const game of GAMES) {
          const answer = await raw(port, base + game, `Cookie: ${cookie}\r\n`)
          assert.match(answer, /^HTTP\/1\.1 \d{3} /, game)
          assert.doesNotMatch(answer, /What nobody/, game)
        }
      })
    })
  })
}

describe('the headers that rewrite a path', () => {
  it('rewrite none', async () => {
    const viewer = viewerOf([event], { auth: USERS })
    await serving(viewer, async ({ port }) => {
      for (const name of ['X-Original-URL', 'X-Rewrite-URL', 'X-HTTP-Method-Override']) {
        assert.doesNotMatch(await raw(port, '/healthz', `${name}: ${STORY}\r\n`), /What nobody/)
      }
    })
  })
})

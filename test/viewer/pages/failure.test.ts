import assert from 'node:assert/strict'
import type { ErrorCode } from '../../../engine/errors/stacktale-error.ts'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { ErrorReport } from '../../../viewer/index.ts'
import { MemoryReader } from '../memory-reader.ts'
import { servingViewer } from '../serve.ts'

function failingReader(error: unknown): MemoryReader {
  const reader = new MemoryReader([])
  const fail = async (): Promise<never> => {
    throw error
  }
  return Object.assign(reader, { feed: fail, object: fail, event: fail })
}

describe('what goes wrong', () => {
  for (const code of [
    'table-missing',
    'access-denied',
    'endpoint-unreachable',
    'throttled',
    'region-missing',
  ] satisfies ErrorCode[]) {
    it(`is explained where the table cannot be read: ${code}`, async () => {
      const error = new StacktaleError(code, 'Say <what> to do.', {
        cause: new Error('secret cause'),
      })
      await servingViewer(failingReader(error), async ({ get }) => {
        for (const path of ['/?level=warn', '/objects/workout_42', '/events/workout_42/5']) {
          const { status, body } = await get(path)
          assert.equal(status, 503)
          assert.match(body, /The table cannot be read/)
          assert.match(body, /Say &lt;what&gt; to do\./)
          assert.ok(body.includes(`<code>${code}</code>`))
          assert.ok(body.includes(`href="${path}">Try again<`))
          assert.doesNotMatch(body, /secret cause/)
        }
      })
    })
  }

  for (const [code, parameter] of [
    ['cursor-invalid', 'cursor'],
    ['time-invalid', 'from'],
    ['prefix-invalid', 'prefix'],
  ] as const) {
    it(`is put down to the address where the reader says so: ${code}`, async () => {
      const error = new StacktaleError(code, 'The reader says why.')
      await servingViewer(failingReader(error), async ({ get }) => {
        const { status, body } = await get('/?cursor=abc&from=2026-11-21&prefix=workout')
        assert.equal(status, 400)
        assert.ok(body.includes(`<dt><bdi>${parameter}</bdi></dt><dd>The reader says why.`))
      })
    })
  }

  it('is a bad request without a parameter to blame too', async () => {
    const error = new StacktaleError('key-too-long', 'The key has 3000 bytes.')
    await servingViewer(failingReader(error), async ({ get }) => {
      const { status, body } = await get('/objects/workout_42')
      assert.equal(status, 400)
      assert.match(body, /The key has 3000 bytes\./)
    })
  })

  it('is hidden behind an id, and reported once, where nobody foresaw it', async () => {
    const reports: (ErrorReport & { readonly error: unknown })[] = []
    const error = new TypeError('secret detail at /srv/app/secret.js')
    await servingViewer(
      failingReader(error),
      async ({ get }) => {
        const { status, body } = await get('/?level=warn')
        assert.equal(status, 500)
        assert.doesNotMatch(body, /secret|\.js:\d/)
        assert.equal(reports.length, 1)
        const [{ id, method, path, error: reported }] = [
          ...reports,
          { id: '', method: '', path: '', error },
        ]
        assert.ok(body.includes(`<code>${id}</code>`))
        assert.deepEqual([method, path, reported], ['GET', '/', error])
      },
      { onError: (reported, report) => void reports.push({ ...report, error: reported }) },
    )
  })

  it('is an address that was cut', async () => {
    await servingViewer([], async ({ get }) => {
      for (const path of ['/objects/workout_%E0%A4', '/events/%/5']) {
        const { status, body } = await get(path)
        assert.equal(status, 400)
        assert.match(body, /This address does not work/)
        assert.doesNotMatch(body, /node_modules|at Layer/)
      }
    })
  })

  it('never links to another host', async () => {
    const error = new StacktaleError('throttled', 'Wait.')
    await servingViewer(failingReader(error), async ({ get }) => {
      for (const path of [
        '//evil.example/objects/a_%E0',
        'http://evil.example/',
        '//evil.example',
      ]) {
        const { body } = await get(path)
        assert.doesNotMatch(body, /href="(?:\/\/|http)/)
      }
    })
    const auth = (): never => {
      throw error
    }
    await servingViewer(
      [],
      async ({ get }) => {
        const { status, body } = await get('//evil.example/x')
        assert.equal(status, 500)
        assert.match(body, /href="\/evil\.example\/x">Try again</)
      },
      { auth, onError: () => {} },
    )
  })
})

describe('an address without a page', () => {
  for (const path of [
    '/nowhere',
    '/events',
    '/events/workout_42',
    '/objects',
    '/favicon.ico',
    '/views/event.ejs',
  ]) {
    it(`is not found: ${path}`, async () => {
      await servingViewer([], async ({ get }) => {
        const { status, body } = await get(path)
        assert.equal(status, 404)
        assert.match(body, /<h1>Not found<\/h1>/)
        assert.match(body, /href="\/">All events</)
      })
    })
  }
})

describe('methods', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    it(`leave ${method} to others`, async () => {
      await servingViewer([], async ({ get }) => {
        const { status, headers } = await get('/', { method })
        assert.equal(status, 405)
        assert.equal(headers.allow, 'GET, HEAD')
      })
    })
  }

  it('answer HEAD with the headers alone', async () => {
    await servingViewer([], async ({ get }) => {
      const { status, headers, body } = await get('/', { method: 'HEAD' })
      assert.equal(status, 200)
      assert.match(String(headers['content-type']), /text\/html/)
      assert.equal(body, '')
    })
  })
})

describe('the health check', () => {
  it('reads nothing, and answers whoever asks', async () => {
    await servingViewer(failingReader(new Error('read')), async ({ get }) => {
      const { status, body } = await get('/healthz', { headers: { host: '10.1.2.3' } })
      assert.equal(status, 200)
      assert.equal(body, 'ok')
    })
  })
})

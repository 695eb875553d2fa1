import assert from 'node:assert/strict'
import express from 'express'
import express4 from 'express4'
import { OWN_FORM, PASSWORD, USERS } from '../auth/signing-in.ts'
import { serving, servingViewer } from '../serve.ts'
import { viewerOf } from './mounts.ts'

const ADA = `name=ada&password=${encodeURIComponent(PASSWORD)}`

const POLLUTED: readonly string[] = [
  `${ADA}&password=x`,
  `${ADA}&name=grace`,
  `name=ada&name=ada&password=x`,
  `name[]=ada&password=${PASSWORD}`,
  `name[toString]=x&password=${PASSWORD}`,
  `name=ada&password[]=${PASSWORD}`,
  `name=ada&password[length]=5`,
  `__proto__[name]=ada&__proto__[password]=${PASSWORD}`,
  `constructor=ada&toString=x`,
  '',
  '&&&==',
]

describe('a field that is given twice, or as something else', () => {
  for (const body of POLLUTED) {
    it(`is no field: ${body}`, async () => {
      await servingViewer(
        [],
        async ({ get }) => {
          const { status, headers } = await get('/login', {
            method: 'POST',
            headers: OWN_FORM,
            body,
          })
          assert.equal(status, 400)
          assert.equal(headers['set-cookie'], undefined)
        },
        { auth: USERS },
      )
    })
  }

  for (const [title, host] of [
    ['5', express().use(express.urlencoded({ extended: true }), express.json())],
    ['4', express4().use(express4.urlencoded({ extended: true }), express4.json())],
  ] as const) {
    it(`is none after an Express ${title} that reads bodies its own way`, async () => {
      host.use('/logs', viewerOf([], { auth: USERS }))
      await serving(host, async ({ get }) => {
        const post = async (sent: string, type?: string) =>
          await get('/logs/login', {
            method: 'POST',
            headers: { ...OWN_FORM, ...(type !== undefined && { 'content-type': type }) },
            body: sent,
          })
        for (const sent of POLLUTED) assert.equal((await post(sent)).status, 400, sent)
        const json = JSON.stringify({ name: 'ada', password: PASSWORD })
        assert.equal((await post(json, 'application/json')).status, 400)
        assert.equal((await post(ADA)).status, 303)
      })
    })
  }

  for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
    it(`is none in ${type}, which a form of another site may send`, async () => {
      await servingViewer(
        [],
        async ({ get }) => {
          const headers = { ...OWN_FORM, 'content-type': type }
          const { status } = await get('/login', { method: 'POST', headers, body: ADA })
          assert.equal(status, 400)
        },
        { auth: USERS },
      )
    })
  }

  it('in an address is said to be one', async () => {
    await servingViewer([], async ({ get }) => {
      for (const query of [
        'prefix=a&prefix=b',
        'prefix[]=a',
        'limit=1&limit=1000',
        '__proto__=x',
      ]) {
        assert.equal((await get(`/?${query}`)).status, 400, query)
      }
    })
  })
})

import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import compression from 'compression'
import express from 'express'
import { eventOf, lineOf } from '../event-of.ts'
import { serving } from '../serve.ts'
import { viewerOf } from './mounts.ts'

const lines = Array.from({ length: 50 }, (_, index) => lineOf({ text: `Secret ${index}` }))
const event = eventOf({ lines })
const PAGES = ['/?q=Secret', `/events/${event.object}/${event.timestamp}`]

const viewer = viewerOf([event], { auth: false })
const HOSTS: readonly [title: string, host: RequestListener][] = [
  ['by itself', viewer],
  ['in an application that compresses', express().use(compression(), viewer)],
]

/** How a page is encoded that is asked for with these headers. */
async function encodingOf(address: string, headers: Record<string, string>) {
  const response = await fetch(address, { headers: { 'accept-encoding': 'gzip', ...headers } })
  assert.equal(response.status, 200)
  await response.arrayBuffer()
  return response.headers.get('content-encoding')
}

for (const [title, host] of HOSTS) {
  describe(`a page that another site asks for, ${title}`, () => {
    it('has a length that says nothing of how its parts are alike', async () => {
      await serving(host, async ({ url }) => {
        for (const page of PAGES) {
          for (const site of ['cross-site', 'same-site']) {
            assert.equal(await encodingOf(url + page, { 'sec-fetch-site': site }), null, page)
          }
          for (const site of ['same-origin', 'none']) {
            assert.equal(await encodingOf(url + page, { 'sec-fetch-site': site }), 'gzip', page)
          }
          assert.equal(await encodingOf(url + page, {}), 'gzip', page)
        }
      })
    })
  })
}

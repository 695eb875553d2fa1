import assert from 'node:assert/strict'
import express from 'express'
import type { RequestListener } from 'node:http'
import { viewerOf } from '../attacks/mounts.ts'
import { serving } from '../serve.ts'
import { setCookieOf, signIn, USERS } from './signing-in.ts'

const PLACES = ['/a-b', '/a/b', '/a_b', '/a.b', '/a--b', '/a_2d_b', '/ab', '/a/2d/b', '/a~b']

/** The names of the cookies that viewers at these paths set. */
async function namesAt(places: readonly string[]): Promise<readonly string[]> {
  const names: string[] = []
  const host: RequestListener = places.reduce(
    (app, place) => app.use(place, viewerOf([], { auth: USERS })),
    express(),
  )
  await serving(host, async ({ get }) => {
    for (const base of places) {
      const [name = ''] = setCookieOf(await signIn(get, { base })).split('=')
      names.push(name)
    }
  })
  return names
}

describe('the cookie of a viewer', () => {
  it('has another name for each path that one is mounted at', async () => {
    const names = await namesAt(PLACES)
    assert.equal(new Set(names).size, PLACES.length, names.join())
    assert.deepEqual(names.slice(0, 2), ['stacktale-a_2d_b', 'stacktale-a-b'])
  })
})

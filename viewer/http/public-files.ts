import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express from 'express'
import type { RequestHandler } from 'express'

const FOLDER = fileURLToPath(new URL('../public', import.meta.url))

/** The fingerprint in their path makes another address of another content. */
const FOR_EVER = 'public, max-age=31536000, immutable'

export interface PublicFiles {
  /** The path they are served under; it changes whenever one of the files does. */
  readonly path: string
  readonly handler: RequestHandler
}

/** The style sheets, the script and the pictures. */
export function publicFiles(): PublicFiles {
  return {
    path: `/assets/${fingerprint()}`,
    handler: express.static(FOLDER, {
      index: false,
      redirect: false,
      setHeaders: (response) => response.setHeader('Cache-Control', FOR_EVER),
    }),
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  for (const file of files) hash.update(file.slice(FOLDER.length)).update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

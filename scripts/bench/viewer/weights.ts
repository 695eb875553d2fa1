import { gzipSync } from 'node:zlib'

/** How heavy a page and its parts are, in bytes. */
export interface Weight {
  readonly part: string
  readonly bytes: number
  /** By gzip, as a browser gets it; undefined for what is compressed already. */
  readonly gzipped: number
}

/** @param paths pages by name; the style sheets and scripts are those of the first */
export async function weightsOf(
  url: string,
  paths: Readonly<Record<string, string>>,
): Promise<readonly Weight[]> {
  const weights: Weight[] = []
  const styles = new Set<string>()
  const scripts = new Set<string>()
  for (const [part, path] of Object.entries(paths)) {
    const page = await textAt(new URL(path, url))
    weights.push(weightOf(part, [page]))
    for (const [, at = ''] of page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g))
      styles.add(at)
    for (const [, at = ''] of page.matchAll(/<script type="module" src="([^"]+)"/g)) scripts.add(at)
  }
  return [
    ...weights,
    weightOf('style sheets', await textsAt(styles, url)),
    weightOf('scripts', await withImports(await scriptsAt(scripts, url))),
  ]
}

type Scripts = Map<string, string>

async function scriptsAt(paths: Iterable<string>, url: string): Promise<Scripts> {
  const found: Scripts = new Map()
  for (const path of paths) {
    const address = new URL(path, url)
    found.set(address.href, await textAt(address))
  }
  return found
}

async function withImports(scripts: Scripts): Promise<readonly string[]> {
  for (const [from, text] of scripts) {
    for (const [, path = ''] of text.matchAll(/^import .*?'([^']+)'/gm)) {
      const address = new URL(path, from)
      if (!scripts.has(address.href)) scripts.set(address.href, await textAt(address))
    }
  }
  return [...scripts.values()]
}

async function textsAt(paths: Iterable<string>, url: string): Promise<readonly string[]> {
  return await Promise.all([...paths].map(async (path) => await textAt(new URL(path, url))))
}

async function textAt(address: URL): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address.href} is answered with ${response.status}.`)
  return await response.text()
}

function weightOf(part: string, texts: readonly string[]): Weight {
  return {
    part,
    bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    gzipped: texts.reduce((sum, text) => sum + gzipSync(text).byteLength, 0),
  }
}

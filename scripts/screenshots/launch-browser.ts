import { rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import type { Browser } from 'playwright-core'
import { chromium as playwright } from 'playwright-core'

export interface LaunchedBrowser {
  readonly browser: Browser
  /** Ends the browser and removes what it unpacked. */
  readonly close: () => Promise<void>
}

/**
 * Launches a browser of its own: the package takes what lies in the temporary folder, so it gets a fresh one.
 * It ends, and the folder is removed, with the process at the latest.
 */
export async function launchBrowser(): Promise<LaunchedBrowser> {
  const before = process.env['TMPDIR']
  const folder = await mkdtemp(join(tmpdir(), 'stacktale-browser-'))
  process.env['TMPDIR'] = folder
  try {
    const executablePath = await chromium.executablePath()
    const fonts = join(folder, 'fonts.conf')
    await writeFile(fonts, fontConfiguration(folder))
    const browser = await playwright.launch({
      executablePath,
      args: ['--no-sandbox'],
      env: { ...process.env, FONTCONFIG_FILE: fonts },
    })
    // After playwright's own listener, which ends the browser.
    const removeAtExit = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    process.once('exit', removeAtExit)
    const close = async (): Promise<void> => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
      process.off('exit', removeAtExit)
    }
    return { browser, close }
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** Pages look the same on every machine: plain text in the font that comes with the browser. */
function fontConfiguration(unpacked: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${unpacked}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${unpacked}/font-cache</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>`
}

import type { Browser } from 'playwright-core'
import type { LaunchedBrowser } from '../scripts/screenshots/launch-browser.ts'
import { launchBrowser } from '../scripts/screenshots/launch-browser.ts'
import { atEndOfTests } from './mocha/at-end-of-tests.ts'

let launched: Promise<LaunchedBrowser> | undefined

/** The browser that all tests share; it is started by the first that asks. */
export async function openBrowser(): Promise<Browser> {
  launched ??= launchBrowser()
  return (await launched).browser
}

/** Ends the browser, where there is one, and removes what it unpacked. */
export async function closeBrowser(): Promise<void> {
  const ending = launched
  launched = undefined
  await (await ending)?.close()
}

atEndOfTests(closeBrowser)

// `npm run screenshots`: takes the pictures in docs/images/ of the real viewer over the demo's backlog.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { hashPassword, startViewer } from 'stacktale/viewer'
import { chooseSubjects } from './screenshots/choose-subjects.ts'
import { launchBrowser } from './screenshots/launch-browser.ts'
import { sellWidgets } from './screenshots/sell-widgets.ts'
import { startStack } from './start/stack.ts'

const FOLDER = 'docs/images'
const DESKTOP = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.25 } as const
const TALL = { viewport: { width: 1280, height: 1100 }, deviceScaleFactor: 1.2 } as const
const LOW = { viewport: { width: 1280, height: 560 }, deviceScaleFactor: 1.25 } as const
const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2 } as const

const dataFolder = await mkdtemp(join(tmpdir(), 'stacktale-screenshots-'))
const stack = await startStack({
  port: 0,
  dataFolder,
  backlogEvents: 400,
  everyMs: 0,
  signal: new AbortController().signal,
  terminal: { row: () => {}, busy: () => {}, warning: () => {} },
  onFailure: (error) => console.error(error),
})
try {
  const { browser, close } = await launchBrowser()
  try {
    await shootAll(browser)
  } finally {
    await close()
  }
} finally {
  await stack.stop()
  await rm(dataFolder, { recursive: true, force: true })
}

async function shootAll(browser: Browser): Promise<void> {
  const { story, object } = await chooseSubjects()
  const storyPath = `/events/${encodeURIComponent(story.object)}/${story.timestamp}`
  const objectPath = `/objects/${encodeURIComponent(object)}`
  await mkdir(FOLDER, { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await shoot(browser, `events-${colorScheme}`, '/', { ...DESKTOP, colorScheme })
    await shoot(browser, `overview-${colorScheme}`, '/overview?range=7d', { ...TALL, colorScheme })
    await shoot(browser, `story-${colorScheme}`, storyPath, { ...TALL, colorScheme })
  }
  const light = { colorScheme: 'light' } as const
  await shoot(browser, 'search', '/?q=%22no+answer%22+level:warn&in=stories', {
    ...LOW,
    ...light,
    deviceScaleFactor: 1,
  })
  await shoot(browser, 'folded', `${storyPath}?depth=2`, {
    ...DESKTOP,
    ...light,
    deviceScaleFactor: 1,
  })
  await shoot(browser, 'cost', '/cost', { ...TALL, ...light })
  await shootSignIn(browser)
  await shoot(browser, 'object', objectPath, { ...DESKTOP, ...light, deviceScaleFactor: 1 })
  await shoot(browser, 'phone', storyPath, { ...PHONE, ...light })
  await shoot(browser, 'phone-events', '/', { ...PHONE, colorScheme: 'dark' })
  // Last, so that the shop is not in the lists above.
  const tracePath = `/traces/${await sellWidgets()}`
  for (const colorScheme of ['light', 'dark'] as const) {
    await shoot(browser, `trace-${colorScheme}`, tracePath, { ...LOW, colorScheme })
  }
}

/** The stack's viewer asks nobody who they are: another of the same table does. */
async function shootSignIn(browser: Browser): Promise<void> {
  const password = await hashPassword('correct horse battery staple')
  const viewer = await startViewer({ port: 0, auth: { users: { ada: password } } })
  try {
    await shoot(browser, 'sign-in', '/', { ...LOW, colorScheme: 'light' }, viewer.url)
  } finally {
    await viewer.close()
  }
}

async function shoot(
  browser: Browser,
  name: string,
  path: string,
  options: BrowserContextOptions,
  url: string = stack.url,
): Promise<void> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    const answer = await page.goto(new URL(path, url).href, { waitUntil: 'networkidle' })
    if (answer?.ok() !== true) throw new Error(`${path} was answered with ${answer?.status()}.`)
    await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' })
    console.log(`${FOLDER}/${name}.png`)
  } finally {
    await context.close()
  }
}

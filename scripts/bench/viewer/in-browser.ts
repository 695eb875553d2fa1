import { launchBrowser } from '../../screenshots/launch-browser.ts'

/** How a page opens and scrolls in a browser, in milliseconds. */
export interface InBrowser {
  readonly firstPaint: number
  readonly domReady: number
  readonly loaded: number
  readonly longestTask: number
  /** Between two frames while scrolling through all of it. */
  readonly frameP50: number
  readonly frameP95: number
  readonly longestFrame: number
}

const VIEWPORT = { width: 1280, height: 800 } as const
const RUNS = 3

/** The median run of three, by when it was loaded. */
export async function inBrowser(url: string): Promise<InBrowser> {
  const { browser, close } = await launchBrowser()
  try {
    const runs: InBrowser[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const context = await browser.newContext({ viewport: VIEWPORT })
      const page = await context.newPage()
      await page.goto(url, { waitUntil: 'load' })
      runs.push(await page.evaluate<InBrowser>(MEASURE))
      await context.close()
    }
    const [, median] = runs.toSorted((a, b) => a.loaded - b.loaded)
    if (median === undefined) throw new Error('The browser measured nothing.')
    return median
  } finally {
    await close()
  }
}

const MEASURE = `(async () => {
  const tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const [navigation] = performance.getEntriesByType('navigation')
  const paint = performance.getEntriesByName('first-contentful-paint')[0]
  const frames = []
  let last = await new Promise(requestAnimationFrame)
  const end = document.documentElement.scrollHeight - innerHeight
  for (let y = 0; y < end && frames.length < 300; y += Math.max(300, end / 300)) {
    scrollTo(0, y)
    const now = await new Promise(requestAnimationFrame)
    frames.push(now - last)
    last = now
  }
  frames.sort((a, b) => a - b)
  const at = (share) => frames[Math.floor(share * (frames.length - 1))] ?? 0
  return {
    firstPaint: paint?.startTime ?? NaN,
    domReady: navigation.domContentLoadedEventEnd,
    loaded: navigation.loadEventEnd,
    longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
    frameP50: at(0.5),
    frameP95: at(0.95),
    longestFrame: at(1),
  }
})()`

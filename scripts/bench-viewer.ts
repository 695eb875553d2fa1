// `npm run bench:viewer`: how quick the viewer is over a small table and a large one, and among many readers.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from './bench/report/machine.ts'
import { figuresText } from './bench/viewer/page.ts'
import { measureViewer } from './bench/viewer/measure.ts'

const PAGE = 'docs/viewer-speed.md'
const FIGURES = /(?<=<!-- figures -->\n).*?(?=<!-- \/figures -->)/s
const USAGE = `Usage: npm run bench:viewer -- [options]

  --data F  keep the tables in the folder F, and use those that are there
  --quick   measure 100,000 events for a short time only, print, and leave ${PAGE} as it is
  --help    this text`

const flag = { type: 'boolean' } as const
const { values } = parseArgs({ options: { quick: flag, help: flag, data: { type: 'string' } } })
if (values.help === true) console.log(USAGE)
else await bench(values.quick === true, values.data)

async function bench(isQuick: boolean, data: string | undefined): Promise<void> {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'stacktale-bench-viewer-')))
  try {
    const figures = await measureViewer({
      folder,
      events: isQuick ? 100_000 : 1_000_000,
      rounds: isQuick ? 3 : 7,
      requests: isQuick ? 40 : 60,
      crowdSeconds: isQuick ? 5 : 30,
      say: (what) => console.log(what),
    })
    const [load = 0] = loadavg()
    const about = { machine: machine(), load, date: new Date().toISOString().slice(0, 10) }
    const text = figuresText(figures, about)
    console.log(text)
    if (!isQuick) await writePage(text)
  } finally {
    if (data === undefined) await rm(folder, { recursive: true, force: true })
  }
}

async function writePage(figures: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  await writeFile(
    PAGE,
    page.replace(FIGURES, () => `\n${figures}\n\n`),
  )
  console.log(`Written to ${PAGE}`)
}

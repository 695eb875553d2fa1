// `npm run bench:cost`: what events take of the free tier, by DynamoDB's arithmetic.
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { WorkloadCost } from './bench/cost/measure-workload.ts'
import { measureWorkload } from './bench/cost/measure-workload.ts'
import { figuresText } from './bench/cost/page.ts'
import { randomTexts } from './bench/cost/random-texts.ts'
import { requestLogs } from './bench/cost/request-logs.ts'
import { shop } from './bench/cost/shop.ts'
import { workouts } from './bench/cost/workouts.ts'
import { machine } from './bench/report/machine.ts'

const PAGE = 'docs/cost.md'
const FIGURES = /(?<=<!-- figures -->\n).*?(?=<!-- \/figures -->)/s
const USAGE = `Usage: npm run bench:cost -- [options]

  --quick   a fiftieth of the events, print, and leave ${PAGE} as it is
  --help    this text`

const flag = { type: 'boolean' } as const
const { values } = parseArgs({ options: { quick: flag, help: flag } })
if (values.help === true) console.log(USAGE)
else await bench(values.quick === true)

async function bench(isQuick: boolean): Promise<void> {
  const events = isQuick ? 400 : 20_000
  const costs: WorkloadCost[] = []
  for (const workload of [workouts, shop, requestLogs, randomTexts]) {
    costs.push(await measureWorkload(workload, events))
    console.error(`${workload.name} measured after ${process.uptime().toFixed(0)} s`)
  }
  const date = new Date().toISOString().slice(0, 10)
  const text = figuresText(costs, { events, machine: machine(), date })
  console.log(text)
  if (!isQuick) await writePage(text)
}

async function writePage(figures: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  await writeFile(
    PAGE,
    page.replace(FIGURES, () => `\n${figures}\n\n`),
  )
  console.log(`Written to ${PAGE}`)
}

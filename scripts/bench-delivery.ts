// `npm run bench:delivery`: what storing events takes, and how an overload is borne.
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { measureOverload } from './bench/delivery/overload.ts'
import { figuresText } from './bench/delivery/page.ts'
import type { Throughput, Way } from './bench/delivery/throughput.ts'
import { measureThroughput } from './bench/delivery/throughput.ts'
import { machine } from './bench/report/machine.ts'
import { startEmbeddedDynamo } from './embedded/embedded-dynamo.ts'
import { useLocalAws } from './start/local-aws.ts'

const PAGE = 'docs/delivery.md'
const FIGURES = /(?<=<!-- figures -->\n).*?(?=<!-- \/figures -->)/s
const WAYS: readonly Way[] = ['worker', 'inline', 'puts', 'lines']
const USAGE = `Usage: npm run bench:delivery -- [options]

  --quick   measure for a short time only, print, and leave ${PAGE} as it is
  --help    this text`

const flag = { type: 'boolean' } as const
const { values } = parseArgs({ options: { quick: flag, help: flag } })
if (values.help === true) console.log(USAGE)
else await bench(values.quick === true)

async function bench(isQuick: boolean): Promise<void> {
  const [events, seconds] = isQuick ? [300, 10] : [3000, 120]
  const database = await startEmbeddedDynamo()
  try {
    useLocalAws(process.env, database.endpoint, 'nowhere')
    const throughputs = new Map<Way, Throughput>()
    for (const way of WAYS) {
      const slow = way === 'puts' || way === 'lines'
      throughputs.set(way, await measureThroughput(way, slow ? Math.ceil(events / 10) : events))
    }
    const overload = await measureOverload(database.endpoint, seconds)
    const about = { machine: machine(), date: new Date().toISOString().slice(0, 10) }
    const text = figuresText(throughputs, overload, about)
    console.log(text)
    if (!isQuick) await writePage(text)
  } finally {
    await database.stop()
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

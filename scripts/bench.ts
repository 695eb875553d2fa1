// `npm run bench`: what logging costs, beside what else there is, on Node 20 and 24.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { obtainNodes } from './bench/nodes.ts'
import { packageCosts } from './bench/package/package-costs.ts'
import { machine } from './bench/report/machine.ts'
import { benchmarksPage } from './bench/report/page.ts'
import { packagesReport, terminalReport } from './bench/report/terminal-report.ts'
import { peerVersions } from './bench/report/versions.ts'
import type { Results } from './bench/result.ts'
import { runMeasurement } from './bench/run-measurement.ts'

const PAGE = 'docs/benchmarks.md'
const USAGE = `Usage: npm run bench -- [options]

  --quick   measure for a short time only, print, and leave ${PAGE} as it is
  --profile show where the time of a line with depth goes, on the Node that runs this
  --help    this text`

const flag = { type: 'boolean' } as const
const { values } = parseArgs({ options: { quick: flag, profile: flag, help: flag } })
if (values.help === true) console.log(USAGE)
else if (values.profile === true) await import('./bench/profile.ts')
else await bench(values.quick === true)

async function bench(isQuick: boolean): Promise<void> {
  await using nodes = await obtainNodes()
  const all: Results[] = []
  for (const { version, path } of nodes.found) {
    console.error(`Measuring on Node ${version}`)
    const results = await runMeasurement(path, isQuick)
    console.log(terminalReport(results))
    all.push(results)
  }
  console.error('Measuring what the packages take to be imported and installed')
  const packages = await packageCosts(nodes.found, isQuick)
  console.log(packagesReport(packages))
  if (isQuick) return
  const report = {
    results: all,
    packages,
    machine: machine(),
    versions: await peerVersions(),
    date: new Date().toISOString().slice(0, 10),
  }
  await writeFile(PAGE, await benchmarksPage(report))
  console.log(`Written to ${PAGE}`)
}

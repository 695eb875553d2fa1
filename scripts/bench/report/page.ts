import { format, resolveConfig } from 'prettier'
import type { PackageCost } from '../package/package-cost.ts'
import type { Results } from '../result.ts'
import { floorOf } from './floor.ts'
import { lossesOf } from './losses.ts'
import { packagesTable } from './packages-table.ts'
import { keptTable, rowsTable, stagesTable } from './result-tables.ts'

export interface Report {
  readonly results: readonly Results[]
  readonly packages: readonly PackageCost[]
  readonly machine: string
  readonly versions: readonly string[]
  /** The day, as `2026-03-09`. */
  readonly date: string
}

const PAGE = 'docs/benchmarks.md'

/** The page of the documentation, formatted as the rest of it. */
export async function benchmarksPage(report: Report): Promise<string> {
  const options = await resolveConfig(PAGE)
  return await format(pageText(report), { ...options, parser: 'markdown' })
}

function pageText(report: Report): string {
  const { results } = report
  const nodes = results.map(({ node }) => node).join(' and ')
  return [
    '# Benchmarks',
    `What a line costs, beside what else there is. \`npm run bench\` measures and writes this page, in five minutes
or so; \`npm run bench -- --quick\` prints a rough version in one.`,
    `Measured on ${report.date} on ${report.machine}; Node ${nodes},
${report.versions.join(', ')}. Times are the processor's,
so that other processes on the machine do not count; a ratio still means more than a time by itself.`,
    HOW,
    '## Where it loses',
    lossesOf(results)
      .map((loss) => `- ${loss}`)
      .join('\n'),
    ...comparisons(results),
    '## Importing and installing',
    PACKAGES,
    packagesTable(report.packages),
    '## Bytes kept for a buffered line',
    `How much the heap grows for each line while its event is open: texts of 40 characters that nothing else keeps,
100 lines an event, after a garbage collection. The text's own bytes are in each.`,
    ...results.flatMap(({ node, kept }) => [`Node ${node}`, keptTable(kept)]),
    '## Where the time of a line with depth goes',
    `At 20 frames. What is asked of each call site is measured by itself, so the sum is more than any line
needs. \`node --expose-gc dist/scripts/bench/profile.js\` prints the same, and which functions V8's profiler saw.`,
    ...results.flatMap(({ node, stages }) => [`Node ${node}`, stagesTable(stages)]),
    FLOOR,
    results.map((result) => `- ${floorOf(result)}`).join('\n'),
  ].join('\n\n')
}

const HOW = `Both sides of a row run in the same process, in turns (A B, B A, …), with mitata. After every 100
calls, or every event, the event loop turns, so that nothing buffers without bound; that turn counts, on both
sides. Within a turn the mean counts, garbage collection included; over the turns the median. The ratio is ours
over theirs, the median of the turns' ratios, with the quartiles beside it: **below 1 ours is quicker**. A row
without a bar is there to be seen.`

const FLOOR = `The same call has to be known again wherever it stands on the stack, and copies of a file have calls at the same
places; so each frame is asked for its file and its position, and V8 has no question that costs less and tells as
much. No exact depth by the stack can cost less than this, whatever else it does:`

const PACKAGES = `An import is the time on the clock of a cold process, \`node -e "import('stacktale')"\`, from its start to
its end, beyond that of one that imports nothing: the median of 15 each, which take turns. Installed is the sum
of all files of the package and of its production dependencies, each counted once, without optional peers; the
AWS SDK's part is what would not be there without it. The SDK is loaded with the first event that goes to a table,
not by the import.`

function comparisons(results: readonly Results[]): readonly string[] {
  const titles = new Map(
    results.flatMap(({ groups }) => groups.map(({ title, work }) => [title, work] as const)),
  )
  return [...titles].flatMap(([title, work]) =>
    [`## ${title}`, work].concat(tablesOf(title, results)),
  )
}

function tablesOf(title: string, results: readonly Results[]): readonly string[] {
  return results.flatMap(({ node, groups }) => {
    const group = groups.find((candidate) => candidate.title === title)
    return group === undefined ? [] : [`Node ${node}`, rowsTable(group.rows)]
  })
}

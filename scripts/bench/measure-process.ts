// Measures everything on the Node that runs it, and prints the results as JSON.
import { QUICK, THOROUGH } from './effort.ts'
import { useSettings } from './engine-settings.ts'
import { GROUPS } from './groups.ts'
import { keptBytes } from './kept-bytes.ts'
import { measureComparison } from './measure.ts'
import { measureStages } from './profile/stages.ts'
import type { Results, Row, RowGroup } from './result.ts'
import { measureWorkouts } from './workouts/measure-workouts.ts'

const effort = process.argv.includes('--quick') ? QUICK : THOROUGH

useSettings()
const groups: RowGroup[] = []
for (const { title, work, comparisons } of GROUPS) {
  const rows: Row[] = []
  for (const comparison of comparisons) rows.push(await measureComparison(comparison, effort))
  groups.push({ title, work, rows })
}
groups.push(await measureWorkouts(effort))
const kept = await keptBytes(effort.keptLines)
const stages = await measureStages(effort)
const results: Results = { node: process.versions.node, groups, kept, stages }
process.stdout.write(JSON.stringify(results))

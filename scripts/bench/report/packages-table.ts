import type { PackageCost } from '../package/package-cost.ts'
import { duration } from './figures.ts'
import { tableText } from './table.ts'

const NS_PER_MS = 1e6
const BYTES_PER_MB = 1e6

/** What each package takes to be imported and installed. */
export function packagesTable(costs: readonly PackageCost[]): string {
  const nodes = costs[0]?.imports.map(({ node }) => `import on Node ${node}`) ?? []
  return tableText({
    head: ['package', ...nodes, 'its own files', 'installed', 'of that the AWS SDK'],
    rows: costs.map(({ name, imports, size }) => [
      name,
      ...imports.map(({ ms }) => duration(ms * NS_PER_MS)),
      megabytes(size.ownBytes),
      megabytes(size.totalBytes),
      size.sdkBytes === 0 ? '' : megabytes(size.sdkBytes),
    ]),
  })
}

function megabytes(bytes: number): string {
  return `${(bytes / BYTES_PER_MB).toFixed(2)} MB`
}

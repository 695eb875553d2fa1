// Sends what a process that ended left in the journal, and prints the ledger as JSON.
import { configure, flush } from 'stacktale'
import type { Application } from './overload.ts'

const { table, endpoint, journal }: Application = JSON.parse(process.argv[2] ?? '{}')
configure({ table, endpoint, journal, onFailure: () => {} })
const ledger = await flush({ timeoutMs: 120_000 })
process.stdout.write(JSON.stringify(ledger), () => process.exit(0))

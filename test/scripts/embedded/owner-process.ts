// Owns an embedded database until it is killed: `node owner-process.js <folder>`.
import { startEmbeddedDynamo } from '../../../scripts/embedded/embedded-dynamo.ts'

const [path = ''] = process.argv.slice(2)
const database = await startEmbeddedDynamo({ path })
console.log(JSON.stringify({ endpoint: database.endpoint, pid: database.pid() }))

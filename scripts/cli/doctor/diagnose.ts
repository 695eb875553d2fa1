import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { TableStatus } from '../../../engine/table/table-status.ts'
import { tableStatus } from '../../../engine/table/table-status.ts'
import { serviceError } from '../../../engine/table/service-error.ts'
import type { Place } from '../place.ts'
import { checkCapacity } from './check-capacity.ts'
import { checkClock } from './check-clock.ts'
import { checkCredentials } from './check-credentials.ts'
import { checkEndpoint, isAws } from './check-endpoint.ts'
import { checkRegion } from './check-region.ts'
import { checkExpiry, checkIndex, checkKeys, checkTable } from './check-table.ts'
import type { Finding } from './finding.ts'
import { wrong } from './finding.ts'
import { probeOf } from './service-probe.ts'

/**
 * Checks everything that logging and reading need, one after the other; what cannot be checked after a
 * failure is left out.
 *
 * @param options names the table in the commands that mend something
 */
export async function diagnose(place: Place, options: string): Promise<readonly Finding[]> {
  const findings = [await checkCredentials(place.client), await checkRegion(place.client)]
  if (findings.some(({ ok }) => !ok)) return findings
  const probe = probeOf(place.client)
  const status = await statusOf(place)
  const endpoint = checkEndpoint(probe.address, status)
  findings.push(endpoint, ...checkClock(probe.skewMs))
  if (!endpoint.ok) return findings
  if (status instanceof StacktaleError) return [...findings, refused(status)]
  findings.push(checkTable(place.table, status, options))
  if (status === undefined) return findings
  return [
    ...findings,
    checkKeys(status, options),
    checkIndex(status, options),
    checkExpiry(status, options, isAws(probe.address)),
    checkCapacity(status),
  ]
}

async function statusOf(place: Place): Promise<TableStatus | undefined | StacktaleError> {
  try {
    return await tableStatus(place)
  } catch (error) {
    return serviceError(error, place)
  }
}

function refused({ code, message }: StacktaleError): Finding {
  if (code === 'access-denied') {
    return wrong(
      'table',
      'These credentials may not look at the table: dynamodb:DescribeTable and dynamodb:DescribeTimeToLive are needed for this check.',
    )
  }
  const mend = code === 'credentials-rejected' ? 'aws sts get-caller-identity' : undefined
  return wrong('table', `${message} [${code}]`, mend)
}

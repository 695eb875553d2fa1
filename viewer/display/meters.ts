import type { Standing } from '../../engine/table/standing/standing.ts'
import { rateText, roughCount } from '../../engine/table/standing/amount-text.ts'
import { count } from './count.ts'
import type { Meter } from './meter.ts'
import { stateOf } from './meter.ts'
import { moment } from './moment.ts'
import { storageMeter } from './storage-meter.ts'

const SECONDS_AN_HOUR = 3600

/** What is used of storage, write units and read units, and what is left of them this month. */
export function metersOf(standing: Standing): readonly Meter[] {
  return [storageMeter(standing), writeMeter(standing), readMeter(standing), ...roomMeter(standing)]
}

function writeMeter({ writes, at }: Standing): Meter {
  const { peak, perSecond, provisioned, free } = writes
  return {
    label: 'Write units a second',
    ...peakOf(peak?.perSecond ?? 0, provisioned),
    notes: [
      `${rateText(perSecond)} on average. ${
        peak === undefined
          ? 'Nothing was counted in the last days.'
          : `The busiest hour was ${hourText(peak.hour, at)}; the peak is its average, and shorter ones are not counted.`
      }`,
      provisioned === undefined
        ? `How many the table has is not known, or it is paid for by the request; ${free} are free.`
        : `Table and index have ${provisioned} together; ${free} are free.`,
    ],
  }
}

function readMeter({ reads, at }: Standing): Meter {
  const { own, provisioned, free } = reads
  return {
    label: 'Read units a second',
    ...peakOf(own.mostInAnHour / SECONDS_AN_HOUR, provisioned),
    notes: [
      `This process alone, which has read ${count(own.readUnits, 'unit')} since ${hourText(own.since, at)}. AWS tells what others read in CloudWatch only.`,
      `${free} are free. A list of 100 events takes up to 5, a story 0.5 as a rule.`,
    ],
  }
}

function peakOf(
  perSecond: number,
  provisioned: number | undefined,
): Pick<Meter, 'reading' | 'share' | 'state'> {
  const of = provisioned === undefined ? '' : ` of ${provisioned}`
  const share = provisioned === undefined || provisioned === 0 ? undefined : perSecond / provisioned
  return { reading: `${rateText(perSecond)} at peak${of}`, share, state: stateOf(share ?? 0) }
}

function roomMeter({ left, at }: Standing): readonly Meter[] {
  if (left === undefined) return []
  const { events, lines, bound, until } = left
  return [
    {
      label: 'Left this month',
      reading: roughCount(lines, 'line'),
      share: undefined,
      state: events === 0 ? 'full' : 'fine',
      notes: [
        `${roughCount(events, 'event')} like those of the last days, until ${hourText(until, at)}. ${
          bound === 'storage'
            ? 'The storage ends first; what expires makes more room.'
            : 'The write units end first.'
        }`,
      ],
    },
  ]
}

/** `21 Nov 2026, 09:00 UTC` */
function hourText(ms: number, now: number): string {
  return moment(ms, now).absolute.replace(/:\d\d\.\d+ UTC$/, ' UTC')
}

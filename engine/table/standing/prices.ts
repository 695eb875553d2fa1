/**
 * What others take for logs, in dollars: list prices for paying by use, without taxes, in the United
 * States. Change a price here together with its date and its source.
 */
export interface Price {
  readonly vendor: string
  readonly plan: string
  /** Each month, whatever is sent. */
  readonly base?: number
  readonly perGbIngested?: number
  readonly perMillionRecords?: number
  readonly perGbMonthStored?: number
  /** What is stored of a GB that was ingested. Default: 1, nothing is compressed. */
  readonly storedShare?: number
  /** For each GB a day begun, each month. */
  readonly perGbADay?: number
  /** GB that may be ingested, and that may be stored, for nothing on top of `base`. */
  readonly includedGb?: number
  /** How long it is kept for this price; undefined for as long as is paid for. */
  readonly keptDays?: number
  /** The plan that costs nothing, where there is one: up to so much, kept for so long. */
  readonly free?: { readonly gb: number; readonly keptDays: number }
  /** When the price was so: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly asOf: string
  readonly source: string
  /** Where the price comes from. */
  readonly known: 'published' | 'reported by others' | 'recalled'
}

/**
 * Where a vendor's page is the source, it was read as others quote it: of CloudWatch
 * https://c3x.dev/blog/cloudwatch-logs-cost-optimization, of Datadog and Grafana Cloud the files
 * plans/*-plans-pricing.yml of https://github.com/api-evangelist/datadog and grafana-loki.
 */
export const PRICES: readonly Price[] = [
  {
    vendor: 'CloudWatch Logs',
    plan: 'Standard, us-east-1',
    perGbIngested: 0.5,
    perGbMonthStored: 0.03,
    // As AWS's own examples took it; recalled.
    storedShare: 0.15,
    includedGb: 5,
    asOf: '2026-06',
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    known: 'published',
  },
  {
    vendor: 'Datadog',
    plan: 'Standard indexing, billed annually',
    perGbIngested: 0.1,
    perMillionRecords: 1.7,
    keptDays: 15,
    asOf: '2026-09-20',
    source: 'https://www.datadoghq.com/pricing/',
    known: 'published',
  },
  {
    vendor: 'Splunk',
    plan: 'Ingest, at the price of few GB a day',
    perGbADay: 150,
    keptDays: 90,
    asOf: '2026-04-09',
    source:
      'https://ogma.in/blog/the-complete-guide-to-splunk-licensing-in-2026-ingest-vs-workload-pricing-explained',
    known: 'reported by others',
  },
  {
    vendor: 'Grafana Cloud',
    plan: 'Pro',
    base: 19,
    // Processing 0.05, writing 0.40, retaining for 30 days 0.10.
    perGbIngested: 0.55,
    includedGb: 50,
    keptDays: 30,
    free: { gb: 50, keptDays: 14 },
    asOf: '2026-08-27',
    source: 'https://grafana.com/pricing/',
    known: 'published',
  },
  {
    vendor: 'Better Stack',
    plan: 'Pay as you go',
    perGbIngested: 0.1,
    perGbMonthStored: 0.05,
    free: { gb: 3, keptDays: 3 },
    asOf: '2025-06',
    source: 'https://betterstack.com/pricing',
    known: 'recalled',
  },
]

/** A steak burrito, double meat, where the idea was born. */
export const BURRITO_DOLLARS = 7.4

/** What a line is elsewhere, in bytes: some 75 of text, in JSON with time, level, service, host, trace and object. */
export const RAW_BYTES_A_LINE = 250

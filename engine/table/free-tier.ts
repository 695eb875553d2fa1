import type { Units } from './table-status.ts'

/**
 * What AWS gives for nothing, to all provisioned tables of the Standard class in an account and region
 * together. Source: https://aws.amazon.com/dynamodb/pricing/provisioned/, as of November 2026.
 */
export const FREE_UNITS: Units = { write: 25, read: 25 }

/** Of storage, 25 GB are free to all tables together. AWS does not say which GB, so the smaller is taken. */
export const FREE_STORAGE_BYTES = 25e9

/** Dollars for a GB that is stored for a month, us-east-1, Standard class. Source and date as above. */
const DOLLARS_A_GB_MONTH = 0.25

/** Dollars for a write unit on demand, us-east-1, Standard class. Source: https://aws.amazon.com/dynamodb/pricing/on-demand/, as of November 2026. */
const DOLLARS_A_WRITE_ON_DEMAND = 0.625 / 1e6

/** Dollars for a provisioned unit in an hour, us-east-1, Standard class. Source and date as above. */
const DOLLARS_AN_HOUR: Units = { write: 0.00065, read: 0.00013 }

/** As AWS's own calculator counts. */
const HOURS_A_MONTH = 730

/** What provisioned units cost in a month beyond those that are free, in dollars, at the prices of us-east-1. */
export function dollarsAMonth({ write, read }: Units): number {
  const paid = {
    write: Math.max(0, write - FREE_UNITS.write),
    read: Math.max(0, read - FREE_UNITS.read),
  }
  const anHour = paid.write * DOLLARS_AN_HOUR.write + paid.read * DOLLARS_AN_HOUR.read
  return Math.round(anHour * HOURS_A_MONTH * 100) / 100
}

/** Whether these many units are more than what is free, of either kind. */
export function exceedsFreeUnits({ write, read }: Units): boolean {
  return write > FREE_UNITS.write || read > FREE_UNITS.read
}

/** What so much storage costs in a month beyond what is free, in dollars, at the prices of us-east-1. */
export function storageDollarsAMonth(bytes: number): number {
  return (Math.max(0, bytes - FREE_STORAGE_BYTES) / 1e9) * DOLLARS_A_GB_MONTH
}

/** What so many write units cost that are paid for by the request, in dollars, at the prices of us-east-1. */
export function onDemandDollars(writeUnits: number): number {
  return writeUnits * DOLLARS_A_WRITE_ON_DEMAND
}

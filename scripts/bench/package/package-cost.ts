/** What a package costs an application before it logs anything. */
export interface PackageCost {
  readonly name: string
  /** What importing it takes, beyond a program that imports nothing, on each Node. */
  readonly imports: readonly ImportTime[]
  readonly size: InstalledSize
}

export interface ImportTime {
  readonly node: string
  readonly ms: number
}

export interface InstalledSize {
  /** The package's own files. */
  readonly ownBytes: number
  /** Its own files, and those of everything that is installed with it. */
  readonly totalBytes: number
  /** Of these, what is there for the AWS SDK only. */
  readonly sdkBytes: number
}

export interface Link {
  readonly label: string
  readonly address: string
}

const CENTS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const WHOLE = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
})

/** Dollars: `$0`, `$0.04`, `$19.00`, `$1,240`. */
export function money(dollars: number): string {
  if (dollars === 0) return '$0'
  if (dollars < 0.01) return 'under $0.01'
  return dollars < 1000 ? CENTS.format(dollars) : WHOLE.format(dollars)
}

/** What dollars buy: `no burrito`, `a bite of one`, `2.6 burritos`, `243 burritos`. */
export function burritosText(burritos: number): string {
  if (burritos === 0) return 'no burrito'
  if (burritos < 0.05) return 'a bite of one'
  const digits = burritos.toLocaleString('en-US', {
    maximumFractionDigits: burritos < 10 ? 1 : 0,
  })
  return `${digits} ${digits === '1' ? 'burrito' : 'burritos'}`
}

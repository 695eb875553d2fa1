export const PLANS = ['Basic', 'Plus', 'Coach'] as const

/** What a user has subscribed to. */
export type Plan = (typeof PLANS)[number]

export const MONTHLY_CENTS: Readonly<Record<Plan, number>> = { Basic: 900, Plus: 1900, Coach: 4900 }

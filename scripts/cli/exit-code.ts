/** What the process says to who called it. */
export const EXIT = { fine: 0, failed: 1, usage: 2, interrupted: 130 } as const

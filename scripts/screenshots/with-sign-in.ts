import { hashPassword, startViewer } from 'stacktale/viewer'

/** Has a viewer of the same table that asks who looks, for as long as it is used. */
export async function withSignIn(use: (url: string) => Promise<void>): Promise<void> {
  const password = await hashPassword('correct horse battery staple')
  const viewer = await startViewer({ port: 0, auth: { users: { ada: password } } })
  try {
    await use(viewer.url)
  } finally {
    await viewer.close()
  }
}

import type { Socket } from 'node:net'

/** What is called when a connection closes, by the connection: Node warns of many listeners to one. */
const waiting = new WeakMap<Socket, Set<() => void>>()

/** Calls back when a connection closes. @returns what ends the waiting */
export function whenClosed(socket: Socket, closed: () => void): () => void {
  const calls = waiting.get(socket) ?? listen(socket)
  calls.add(closed)
  return () => calls.delete(closed)
}

function listen(socket: Socket): Set<() => void> {
  const calls = new Set<() => void>()
  waiting.set(socket, calls)
  socket.once('close', () => {
    for (const call of calls) call()
  })
  return calls
}

import type { RequestListener } from 'node:http'
import express from 'express'
import express4 from 'express4'
import type { ViewerHandler, ViewerOptions } from '../../../viewer/index.ts'
import { createViewer } from '../../../viewer/index.ts'
import { MemoryReader } from '../memory-reader.ts'
import type { SampleEvent } from '../memory-reader.ts'
import { NOW } from '../serve.ts'

/** A way to serve a viewer, and the path that it is below then. */
export interface Mount {
  readonly title: string
  readonly base: string
  readonly around: (viewer: ViewerHandler) => RequestListener
}

export const MOUNTS: readonly Mount[] = [
  { title: 'by itself', base: '', around: (viewer) => viewer },
  {
    title: 'below a path of Express 5',
    base: '/admin/logs',
    around: (viewer) => express().use('/admin/logs', viewer),
  },
  {
    title: 'below a path of Express 4',
    base: '/admin/logs',
    around: (viewer) => express4().use('/admin/logs', viewer),
  },
]

/** A viewer of these events. */
export function viewerOf(events: readonly SampleEvent[], options: ViewerOptions): ViewerHandler {
  return createViewer({ reader: new MemoryReader(events), clock: () => NOW, ...options })
}

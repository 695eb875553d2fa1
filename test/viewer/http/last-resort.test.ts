import assert from 'node:assert/strict'
import type { ErrorRequestHandler } from 'express'
import express from 'express'
import { auditWith } from '../../../viewer/audit/audit-option.ts'
import { lastResort } from '../../../viewer/http/last-resort.ts'
import { useViews } from '../../../viewer/http/views.ts'
import { failurePage } from '../../../viewer/pages/failure.ts'
import type { ViewerContext } from '../../../viewer/viewer-context.ts'
import { MemoryReader } from '../memory-reader.ts'
import { NOW, serving } from '../serve.ts'

describe('what goes wrong after an answer has begun', () => {
  it('ends the connection, and is reported once', async () => {
    const reported: unknown[] = []
    const passedOn: unknown[] = []
    const viewer: ViewerContext = {
      reader: new MemoryReader([]),
      clock: () => NOW,
      reportError: (error) => reported.push(error),
      audit: auditWith(undefined, { kind: 'open' }, () => {}),
      assetsPath: '',
    }
    const fault = new Error('after the beginning')
    const passOn: ErrorRequestHandler = (error, _request, response, _next) => {
      passedOn.push(error)
      response.destroy()
    }
    const app = express()
    useViews(app)
    app.get('/', (_request, response) => {
      response.write('begun')
      throw fault
    })
    app.use(failurePage(viewer), lastResort(viewer.reportError), passOn)
    await serving(app, async ({ get }) => {
      await assert.rejects(get('/'), { code: 'ECONNRESET' })
    })
    assert.deepEqual([reported, passedOn], [[fault], []])
  })
})

type Get = (site: NodeJS.CallSite) => unknown

/** What a call site can be asked for, each asked by itself. */
export const GETTERS: readonly (readonly [what: string, get: Get])[] = [
  ['getFileName()', (site) => site.getFileName()],
  ['getScriptHash()', (site) => site.getScriptHash()],
  ['isAsync()', (site) => site.isAsync()],
  ['isPromiseAll()', (site) => site.isPromiseAll()],
  ['getFunctionName()', (site) => site.getFunctionName()],
  ['getPosition()', (site) => site.getPosition()],
  ['getLineNumber()', (site) => site.getLineNumber()],
  ['getEnclosingLineNumber()', (site) => site.getEnclosingLineNumber()],
  ['getEnclosingColumnNumber()', (site) => site.getEnclosingColumnNumber()],
]

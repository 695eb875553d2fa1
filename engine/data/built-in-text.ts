import { types } from 'node:util'

/** What stands for an object of a built-in kind that has no members to copy; undefined for others. */
export function builtInText(value: object): string | undefined {
  if (types.isDate(value)) {
    const time = Date.prototype.getTime.call(value)
    return Number.isNaN(time) ? '[invalid date]' : new Date(time).toISOString()
  }
  if (ArrayBuffer.isView(value)) return `[${viewName(value)}, ${value.byteLength} bytes]`
  if (types.isAnyArrayBuffer(value)) return `[ArrayBuffer, ${value.byteLength} bytes]`
  if (types.isPromise(value)) return '[promise]'
  if (types.isWeakMap(value) || types.isWeakSet(value)) return '[weak collection]'
  if (types.isGeneratorObject(value)) return '[generator]'
  return undefined
}

function viewName(view: ArrayBufferView): string {
  if (Buffer.isBuffer(view)) return 'Buffer'
  return types.isDataView(view) ? 'DataView' : Object.prototype.toString.call(view).slice(8, -1)
}

import { scriptOf } from './script.ts'

/** Classes that are loggers, whose methods are looked through: who called them logged. */
const LOGGER_NAME = /Logger$/

/** `file:line` of the application's code that logged, looking through domain loggers. */
export function sourceOf(
  sites: readonly NodeJS.CallSite[],
  loggerClass: string,
): string | undefined {
  const own = sites.filter((site) => {
    const name = site.getFileName()
    return typeof name === 'string' && scriptOf(name).isApplication
  })
  const outside = own.find((site) => !isOfLogger(site, loggerClass)) ?? own[0]
  const file = outside?.getScriptNameOrSourceURL()
  if (outside === undefined || typeof file !== 'string') return undefined
  return `${shortened(file)}:${outside.getLineNumber() ?? 0}`
}

function isOfLogger(site: NodeJS.CallSite, loggerClass: string): boolean {
  const type = site.getTypeName()
  return type !== null && (type === loggerClass || LOGGER_NAME.test(type))
}

/** As seen from the folder that the program runs in. */
function shortened(file: string): string {
  const path = file.startsWith('file://') ? decodeURIComponent(new URL(file).pathname) : file
  const folder = `${process.cwd()}/`
  return path.startsWith(folder) ? path.slice(folder.length) : path
}

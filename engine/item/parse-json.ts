import { damaged } from './damaged.ts'

/**
 * The deepest that lists and objects of a story may be nested in each other. What a logger writes stays far
 * below; what is much deeper would overflow the stack of who writes it as JSON again.
 */
export const DEEPEST_NESTING = 500

/** @throws StacktaleError `body-damaged` for what is not JSON, or nested too deep */
export function parseJson(json: string): unknown {
  if (isNestedDeeper(json)) throw damaged(`its data is nested more than ${DEEPEST_NESTING} deep`)
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw damaged('it is not JSON', cause)
  }
}

function isNestedDeeper(json: string): boolean {
  if (json.length <= 2 * DEEPEST_NESTING) return false
  let depth = 0
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at]
    if (character === '"') at = endOfText(json, at)
    else if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    if (depth > DEEPEST_NESTING) return true
  }
  return false
}

/** @param start of the quotation mark before it */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let slashes = 0
    while (json[end - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return end
  }
  return json.length
}

/** Makes a function that cuts a text, which comes in pieces, into its lines; what is not complete waits. */
export function completeLines(): (piece: string) => readonly string[] {
  let waiting = ''
  return (piece) => {
    const lines = (waiting + piece).split('\n')
    waiting = lines.pop() ?? ''
    return lines.filter((line) => line !== '')
  }
}

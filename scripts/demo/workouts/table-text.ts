/** The cells of a text table: a row a line, cells divided by `|`, trimmed. */
export function tableCells(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))
}

/** The items of a cell that holds a list: `knee!, ankle`; `-` is the empty list. */
export function cellList(cell: string): readonly string[] {
  return cell === '-' ? [] : cell.split(',').map((item) => item.trim())
}

/** The one of the known words that a cell says. */
export function cellWord<T extends string>(cell: string, known: readonly T[]): T {
  const word = known.find((candidate) => candidate === cell)
  if (word === undefined) {
    throw new RangeError(`"${cell}" was found in a table where one of ${known.join(', ')} belongs`)
  }
  return word
}

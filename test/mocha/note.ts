let running: string | undefined
let notes: string[] = []

/**
 * Prints what a test should say beside its result, such as the seed that it ran with. Where it fails, its
 * error says it too: with two jobs, what is printed stands far from the test's own line.
 */
export function note(text: string): void {
  notes.push(text)
  console.log(running === undefined ? `      ${text}` : `      ${text} (${running})`)
}

/** For a reporter: gives the notes to the test that runs, and to its error where it fails. */
export function keepNotes(runner: Mocha.Runner): void {
  runner.on('suite', () => begin(undefined))
  runner.on('test', (test) => begin(test.fullTitle()))
  runner.on('fail', (_test, error: unknown) => {
    if (error instanceof Error && notes.length > 0) error.stack += `\n\n${notes.join('\n')}`
  })
}

function begin(title: string | undefined): void {
  running = title
  notes = []
}

import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { AskCredentials } from '../git/index.ts'
import { safeForTerminal } from '../render/index.ts'

/**
 * Asks on the terminal who one is to a server: on the error stream, so that what is printed stays data, and without showing
 * the password. Undefined where there is nobody to ask.
 */
export function askCredentials(): AskCredentials | undefined {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined
  return async (place, known) => {
    const username = known ?? (await ask(`Username for ${safeForTerminal(place)}: `, 'shown'))
    const at = known === undefined ? '' : ` at ${safeForTerminal(place)}`
    const password = await ask(`Password or token for ${safeForTerminal(username)}${at}: `, 'hidden')
    return password === '' ? null : { username, password }
  }
}

async function ask(question: string, answer: 'shown' | 'hidden'): Promise<string> {
  const output = answer === 'shown' ? process.stderr : new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  // Asked once the terminal shows nothing by itself any more: an answer may come at once. What is asked where the answer is shown, the
  // reader writes itself: it begins the line anew with each key.
  if (answer === 'hidden') process.stderr.write(question)
  try {
    return await lines.question(answer === 'hidden' ? '' : question)
  } finally {
    lines.close()
    if (answer === 'hidden') process.stderr.write('\n')
  }
}

import { readFileSync } from 'node:fs'
import { type Candidate, candidatesFor, type KnownWords } from './candidates.ts'
import { listedCommands, readCommandLine } from './command-line.ts'
import { namesHere } from './names-here.ts'

/** Readings and rules are loaded only when one is to be completed. */
const known: KnownWords = {
  async readings() {
    const { readings } = await import('../../law/index.ts')
    return readings.map(({ id, question }) => ({ word: id, says: question }))
  },
  async optionsOf(reading) {
    const { readingOf } = await import('../../law/index.ts')
    return (readingOf(reading)?.options ?? []).map(({ id, says }) => ({ word: id, says }))
  },
  async rules() {
    const { ALL_RULE_PAGES } = await import('../../workflows/index.ts')
    return ALL_RULE_PAGES.map(({ id, title }) => ({ word: id, says: title }))
  },
}

/**
 * Answers a shell that asks for completions: one candidate a line, with a tab and its meaning after it; or `:files` or `:folders`
 * where the shell completes paths itself. Writes nothing where nothing fits, and never an error.
 *
 * @param words the command line after the program's name; the last word is being typed
 * @param home the folder of this package's package.json
 */
export async function complete(words: readonly string[], home: string): Promise<void> {
  try {
    const commands = listedCommands(home)
    const { topics } = JSON.parse(readFileSync(`${home}package.json`, 'utf8')).oclif
    const typed = readCommandLine(words.length > 1 && words[0] === 'help' ? words.slice(1) : words, commands)
    const last = words.at(-1) ?? ''
    const here = namesHere(typed.repo ?? '.')
    const found = await candidatesFor(typed, { commands, topics, here, known }, last)
    process.stdout.write(typeof found === 'string' ? `:${found}\n` : lines(found, last))
  } catch {
    // An error message in the middle of typing helps nobody.
  }
}

function lines(found: readonly Candidate[], last: string): string {
  return found
    .filter(({ word }) => word.startsWith(last))
    .map(({ word, says }) => (says === undefined ? `${word}\n` : `${word}\t${says.replace(/\s+/g, ' ')}\n`))
    .join('')
}

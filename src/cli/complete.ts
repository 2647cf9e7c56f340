import { readFileSync } from 'node:fs'
import { type Candidate, candidatesFor, type KnownWords } from './completion/candidates.ts'
import { readCommandLine } from './completion/command-line.ts'
import { namesHere } from './completion/names-here.ts'
import { listedCommands } from './listed-commands.ts'

/** The texts that say what a reading or a rule is are loaded only where one is asked for. */
const known: KnownWords = {
  async readings() {
    const { readings } = await import('../law/index.ts')
    return readings.map(({ id, question }) => ({ word: id, says: question }))
  },
  async optionsOf(reading) {
    const { readingOf } = await import('../law/index.ts')
    return (readingOf(reading)?.options ?? []).map(({ id, says }) => ({ word: id, says }))
  },
  async rules() {
    const { ALL_RULE_PAGES } = await import('../workflows/index.ts')
    return ALL_RULE_PAGES.map(({ id, title }) => ({ word: id, says: title }))
  },
}

/**
 * Answers a shell that asks what may stand under the cursor: a line a word, a tab and what it means behind it; or `:files` or
 * `:folders` where the shell is to look for those itself. Says nothing where nothing can be said; never an error.
 *
 * @param words those behind the program's name; the last is being written
 * @param home the folder of this package's package.json
 */
export async function complete(words: readonly string[], home: string): Promise<void> {
  try {
    const commands = listedCommands(home)
    const { topics } = JSON.parse(readFileSync(`${home}package.json`, 'utf8')).oclif
    const standing = readCommandLine(words.length > 1 && words[0] === 'help' ? words.slice(1) : words, commands)
    const last = words.at(-1) ?? ''
    const here = namesHere(standing.repo ?? '.')
    const found = await candidatesFor(standing, { commands, topics, here, known }, last)
    process.stdout.write(typeof found === 'string' ? `:${found}\n` : lines(found, last))
  } catch {
    // Whoever presses a key has asked for no error.
  }
}

function lines(found: readonly Candidate[], last: string): string {
  return found
    .filter(({ word }) => word.startsWith(last))
    .map(({ word, says }) => (says === undefined ? `${word}\n` : `${word}\t${says.replace(/\s+/g, ' ')}\n`))
    .join('')
}

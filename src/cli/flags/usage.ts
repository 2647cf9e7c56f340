import type { ListedCommands } from '../completion/command-line.ts'
import { TOPICS } from '../topics.ts'
import { nearest } from './nearest.ts'

/** What is wrong with a command line, in one sentence, and where the right way is described. */
export interface UsageStop {
  message: string
  remedy: string
}

/** oclif's words for what is wrong, as one sentence of ours: what it cannot say in one it says in a list of lines. */
const SENTENCES: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^Nonexistent flags?: (.*)$/, (flags) => `there is no flag ${flags}`],
  [/^Unexpected arguments?: (.*)$/, (words) => `nothing is expected at "${words}"`],
  [/^Missing required flag (\S+)$/, (flag) => `the flag --${flag} is required`],
  [/^Missing \d+ required args?: (.*)$/, (listed) => `${namesIn(listed)} must be given`],
  [/^Flag (\S+) can only be specified once$/, (flag) => `the flag ${flag} is given more than once`],
  [/^Flag (\S+) expects a value$/, (flag) => `the flag ${flag} needs a value`],
  [/^Expected (\S+) to be one of: (.*)$/, (word, options) => `${word} is none of ${options}`],
  [/^[Cc]ommand (.*) not found\.?$/, (words) => `there is no command ${words.replaceAll(':', ' ')}`],
]

/**
 * @param words the command line, behind the program's name
 * @param listed what there is: a word that is like one of its names is taken for a misspelling
 */
export function usageStop(error: Error, words: readonly string[], listed: ListedCommands = {}): UsageStop {
  const lines = error.message.split('\n').map((line) => line.trim())
  const said = lines.filter((line) => line !== '' && !/^See more help|^The following errors? occurred/.test(line))
  const message = inOneSentence(said)
  const isCommand = !message.startsWith('there is no command')
  const help = isCommand ? `annex ${commandOf(words)} --help` : 'annex --help'
  const meant = meantBy(message, commandOf(words), listed)
  return { message, remedy: meant === undefined ? `see ${help}` : `did you mean ${meant}? See ${help}` }
}

function meantBy(message: string, command: string, listed: ListedCommands): string | undefined {
  const [, kind, word = ''] = /^there is no (command|flag) (.*)$/.exec(message) ?? []
  if (kind === 'flag') return nearest(word, flagsOf(listed[command.replace(' ', ':')]))
  if (kind === undefined) return undefined
  const commands = Object.keys(listed).map((id) => id.replace(':', ' '))
  const meant = nearest(word, [...commands, ...TOPICS])
  return meant === undefined ? undefined : `annex ${meant}`
}

function flagsOf(command: ListedCommands[string] | undefined): string[] {
  return Object.values(command?.flags ?? {}).map(({ name }) => `--${name}`)
}

function inOneSentence(said: readonly string[]): string {
  const [first = 'the command line could not be understood', ...others] = said
  const listed = first.endsWith(':') ? [`${first} ${others.join(', ')}`] : said
  return listed.map(ours).join(', and ')
}

function ours(line: string): string {
  for (const [pattern, say] of SENTENCES) {
    const [found, ...parts] = pattern.exec(line) ?? []
    if (found !== undefined) return say(...parts)
  }
  return line.charAt(0).toLowerCase() + line.slice(1)
}

// "id  The proposal's id., event  What happened." lists arguments, each with its description.
function namesIn(listed: string): string {
  return listed
    .split(', ')
    .flatMap((each) => /^([a-z-]+)(?: {2,}|$)/.exec(each)?.[1] ?? [])
    .map((name) => name.toUpperCase())
    .join(' and ')
}

function commandOf([first = '', second = '']: readonly string[]): string {
  return TOPICS.has(first) ? `${first} ${second}` : first
}

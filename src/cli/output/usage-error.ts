import { AnnexError, nearest } from '../../treaty/index.ts'
import type { ListedCommand, ListedCommands } from '../completion/command-line.ts'
import { wantsJson } from './write.ts'

/** What is wrong with a command line, and what to do. */
export interface UsageError {
  message: string
  remedy: string
}

/** First words of the commands that have two. */
const TOPICS: ReadonlySet<string> = new Set(['entry', 'keys', 'party', 'proposal'])

/**
 * Refuses `--json` for a topic without a command: its help is not JSON.
 * @throws AnnexError usage
 */
export function refuseTopicAsJson(words: readonly string[]): void {
  const [topic = '', next = '-'] = words
  const asksForHelp = words.includes('--help') || words.includes('-h')
  if (!TOPICS.has(topic) || !next.startsWith('-') || asksForHelp || !wantsJson(words)) return
  throw new AnnexError('usage', `annex ${topic} requires a command`, `see annex ${topic} --help`)
}

/** oclif's messages, and the sentences that users read instead. */
const SENTENCES: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^Nonexistent flags?: (.*)$/, (flags) => `unknown flag ${flags}`],
  [/^Missing required flag (\S+)$/, (flag) => `the flag --${flag} is required`],
  [/^Missing \d+ required args?: (.*)$/, (listed) => requiredArguments(listed)],
  [/^Flag (\S+) can only be specified once$/, (flag) => `the flag ${flag} can be given only once`],
  [/^Flag (\S+) expects a value$/, (flag) => `the flag ${flag} requires a value`],
  [/^Expected (\S+) to be one of: (.*)$/, (word, options) => `invalid value ${word}: use one of ${options}`],
  [/^[Cc]ommand (.*) not found\.?$/, (words) => `unknown command ${words.replaceAll(':', ' ')}`],
]

/**
 * Returns what is wrong with a command line as one sentence, and what to do.
 * @param words the command line after the program's name
 * @param listed all commands: a word close to one of their names is taken for a misspelling of it
 */
export function usageError(error: Error, words: readonly string[], listed: ListedCommands = {}): UsageError {
  const lines = error.message.split('\n').map((line) => line.trim())
  const sentences = lines.filter((line) => line !== '' && !/^See more help|^The following errors? occurred/.test(line))
  const command = commandOf(words, listed)
  const surplus = /^Unexpected arguments?: (.*)$/.exec(sentences[0] ?? '')?.[1]
  if (surplus !== undefined) return surplusArgument(surplus, command, listed[command.replace(' ', ':')])
  const message = inOneSentence(sentences)
  const help = message.startsWith('unknown command') ? 'annex --help' : `annex ${command} --help`
  const meant = meantBy(message, command, listed)
  return { message, remedy: meant === undefined ? `see ${help}` : `did you mean ${meant}? See ${help}` }
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']

/** Says how many arguments a command takes; a surplus word is usually the value of a required flag. */
function surplusArgument(surplus: string, command: string, listed: ListedCommand | undefined): UsageError {
  const ordinal = ORDINALS[Object.keys(listed?.args ?? {}).length]
  const flags = Object.values(listed?.flags ?? {}).filter(({ type, required }) => type === 'option' && required)
  const message =
    listed === undefined || ordinal === undefined
      ? `annex ${command} takes no argument "${surplus}"`
      : `annex ${command} takes no ${ordinal === 'first' ? 'argument' : `${ordinal} argument`} "${surplus}"`
  const [flag, ...others] = flags
  if (flag === undefined || others.length > 0) return { message, remedy: `see annex ${command} --help` }
  return { message, remedy: `write --${flag.name} ${surplus}` }
}

function meantBy(message: string, command: string, listed: ListedCommands): string | undefined {
  const [, kind, word = ''] = /^unknown (command|flag) (.*)$/.exec(message) ?? []
  if (kind === 'flag') return nearest(word, flagsOf(listed[command.replace(' ', ':')]))
  if (kind === undefined) return undefined
  const commands = Object.keys(listed).map((id) => id.replace(':', ' '))
  const meant = nearest(word, [...commands, ...TOPICS])
  return meant === undefined ? undefined : `annex ${meant}`
}

function flagsOf(command: ListedCommand | undefined): string[] {
  return Object.values(command?.flags ?? {}).map(({ name }) => `--${name}`)
}

function inOneSentence(sentences: readonly string[]): string {
  const [first = 'the command line is invalid', ...others] = sentences
  const listed = first.endsWith(':') ? [`${first} ${others.join(', ')}`] : sentences
  return listed.map(ourSentence).join(', and ')
}

function ourSentence(line: string): string {
  for (const [pattern, say] of SENTENCES) {
    const [found, ...parts] = pattern.exec(line) ?? []
    if (found !== undefined) return say(...parts)
  }
  return line.charAt(0).toLowerCase() + line.slice(1)
}

// oclif lists arguments with their descriptions: "id  The proposal's id., event  What happened."
function requiredArguments(listed: string): string {
  const names = listed
    .split(', ')
    .flatMap((each) => /^([a-z-]+)(?: {2,}|$)/.exec(each)?.[1] ?? [])
    .map((name) => name.toUpperCase())
  return `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} required`
}

function commandOf([first = '', second = '']: readonly string[], listed: ListedCommands): string {
  return TOPICS.has(first) || Object.hasOwn(listed, `${first}:${second}`) ? `${first} ${second}` : first
}

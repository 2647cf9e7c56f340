import { readFileSync } from 'node:fs'

/** A command as oclif's manifest lists it: the fields that are used here. */
export interface ListedCommand {
  summary?: string
  args: Readonly<Record<string, { name: string; options?: string[] }>>
  strict?: boolean
  flags: Readonly<Record<string, ListedFlag>>
}

export interface ListedFlag {
  name: string
  char?: string
  type: string
  description?: string
  required?: boolean
  helpValue?: string
  options?: string[]
}

/** Commands by id, `proposal:new`. */
export type ListedCommands = Readonly<Record<string, ListedCommand>>

/** Reads the commands and their flags from oclif's manifest. @param home the folder of this package's package.json */
export function listedCommands(home: string): ListedCommands {
  return JSON.parse(readFileSync(`${home}oclif.manifest.json`, 'utf8')).commands
}

/** What the word under the cursor can be. */
export type Expected =
  | { kind: 'command'; topic: string }
  | { kind: 'flag'; id: string; command: ListedCommand }
  | { kind: 'value'; flag: ListedFlag; written: string }
  | { kind: 'argument'; id: string; argument: string; options?: string[] }
  | { kind: 'nothing' }

/** What was typed before the cursor, and what can follow. */
export interface TypedSoFar {
  expected: Expected
  /** The positional arguments, in order. */
  given: readonly string[]
  repo?: string
}

/**
 * Reads a command line up to the cursor.
 * @param words the command line after the program's name; the last word is being typed and may be empty
 */
export function readCommandLine(words: readonly string[], commands: ListedCommands): TypedSoFar {
  const last = words.at(-1) ?? ''
  const [first = '', second = ''] = words
  // `readings` is a command, and with a second word `set` another one.
  const isBoth = Object.hasOwn(commands, first)
  const isTopic =
    (!isBoth && Object.keys(commands).some((id) => id.startsWith(`${first}:`))) ||
    (words.length > 2 && Object.hasOwn(commands, `${first}:${second}`))
  const depth = isTopic ? 2 : 1
  if (words.length <= depth) return { expected: { kind: 'command', topic: words.length === 2 ? first : '' }, given: [] }
  const id = isTopic ? `${first}:${second}` : first
  const command = Object.hasOwn(commands, id) ? commands[id] : undefined
  if (command === undefined) return { expected: { kind: 'nothing' }, given: [] }
  const before = readBefore(words.slice(depth, -1), command)
  return { expected: expectedAt(last, id, command, before), given: before.given, repo: before.repo }
}

interface Before {
  given: string[]
  repo?: string
  /** The flag whose value is the next word. */
  open?: ListedFlag
  /** Whether `--` was given: no word after it is a flag. */
  hasEnded: boolean
}

function readBefore(words: readonly string[], command: ListedCommand): Before {
  const before: Before = { given: [], hasEnded: false }
  for (const word of words) {
    if (before.open !== undefined) {
      if (before.open.name === 'repo') before.repo = word
      before.open = undefined
    } else if (before.hasEnded || !word.startsWith('-') || word === '-') before.given.push(word)
    else if (word === '--') before.hasEnded = true
    else readFlag(word, command, before)
  }
  return before
}

function readFlag(word: string, command: ListedCommand, before: Before): void {
  const flag = flagOf(word.split('=')[0] ?? '', command)
  if (flag?.type !== 'option') return
  if (!word.includes('=')) before.open = flag
  else if (flag.name === 'repo') before.repo = word.slice(word.indexOf('=') + 1)
}

function flagOf(word: string, { flags }: ListedCommand): ListedFlag | undefined {
  return Object.values(flags).find(
    ({ name, char }) => word === `--${name}` || (char !== undefined && word === `-${char}`),
  )
}

function expectedAt(last: string, id: string, command: ListedCommand, before: Before): Expected {
  if (before.open !== undefined) return { kind: 'value', flag: before.open, written: '' }
  if (!before.hasEnded && last.startsWith('-')) {
    const equals = last.indexOf('=')
    const flag = equals === -1 ? undefined : flagOf(last.slice(0, equals), command)
    if (flag?.type === 'option') return { kind: 'value', flag, written: last.slice(0, equals + 1) }
    return equals === -1 ? { kind: 'flag', id, command } : { kind: 'nothing' }
  }
  const all = Object.values(command.args)
  const argument = all[before.given.length] ?? (command.strict === false ? all.at(-1) : undefined)
  if (argument === undefined) return { kind: 'nothing' }
  return { kind: 'argument', id, argument: argument.name, options: argument.options }
}

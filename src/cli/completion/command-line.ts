/** What completion knows of a command: the part of oclif's manifest that it needs. */
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
  helpValue?: string
  options?: string[]
}

/** Commands by id, `proposal:new`. */
export type ListedCommands = Readonly<Record<string, ListedCommand>>

/** What the word under the cursor can be. */
export type Expected =
  | { kind: 'command'; topic: string }
  | { kind: 'flag'; id: string; command: ListedCommand }
  | { kind: 'value'; flag: ListedFlag; written: string }
  | { kind: 'argument'; id: string; argument: string; options?: string[] }
  | { kind: 'nothing' }

/** What stands on the command line before the cursor, as far as what follows depends on it. */
export interface Standing {
  expected: Expected
  /** The positional arguments, in order. */
  given: readonly string[]
  repo?: string
}

/**
 * Reads a command line up to the cursor.
 * @param words those behind the program's name; the last is the one being written, and may be empty
 */
export function readCommandLine(words: readonly string[], commands: ListedCommands): Standing {
  const last = words.at(-1) ?? ''
  const [first = '', second = ''] = words
  const isTopic = Object.keys(commands).some((id) => id.startsWith(`${first}:`))
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
  /** The flag that the next word is the value of. */
  open?: ListedFlag
  /** Behind `--` nothing is a flag. */
  ended: boolean
}

function readBefore(words: readonly string[], command: ListedCommand): Before {
  const before: Before = { given: [], ended: false }
  for (const word of words) {
    if (before.open !== undefined) {
      if (before.open.name === 'repo') before.repo = word
      before.open = undefined
    } else if (before.ended || !word.startsWith('-') || word === '-') before.given.push(word)
    else if (word === '--') before.ended = true
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
  if (!before.ended && last.startsWith('-')) {
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

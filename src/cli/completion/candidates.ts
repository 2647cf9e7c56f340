import type { ListedCommand, ListedCommands, ListedFlag, TypedSoFar } from './command-line.ts'
import type { NamesHere } from './names-here.ts'

/** A word that fits at the cursor, and what it means. */
export interface Candidate {
  word: string
  says?: string
}

/** Words, or the kind of path that the shell completes itself. */
export type Candidates = readonly Candidate[] | 'files' | 'folders'

/** Words that the program knows without a repository; each list is loaded when needed. */
export interface KnownWords {
  readings(): Promise<Candidate[]>
  /** The options of a reading. */
  optionsOf(reading: string): Promise<Candidate[]>
  rules(): Promise<Candidate[]>
}

export interface Sources {
  commands: ListedCommands
  topics: Readonly<Record<string, { description?: string }>>
  here: NamesHere
  known: KnownWords
}

/** Returns all words that fit at the cursor, without regard to the letters already typed. */
export async function candidatesFor(
  { expected, given }: TypedSoFar,
  sources: Sources,
  last: string,
): Promise<Candidates> {
  if (expected.kind === 'command') return commandsUnder(expected.topic, sources)
  if (expected.kind === 'flag') return flagsOf(expected.command)
  if (expected.kind === 'value') {
    const found = await valuesOf(expected.flag, given, sources, last.slice(expected.written.length))
    return typeof found === 'string' ? found : found.map((one) => ({ ...one, word: expected.written + one.word }))
  }
  if (expected.kind === 'argument') {
    if (expected.options !== undefined) return plain(expected.options)
    return argumentsOf(expected.id, expected.argument, given, sources)
  }
  return []
}

function commandsUnder(topic: string, { commands, topics }: Sources): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const [id, { summary }] of Object.entries(commands)) {
    const [first = '', second] = id.split(':')
    if (topic !== '' && first === topic && second !== undefined) found.set(second, { word: second, says: summary })
    else if (topic === '') {
      const says = second === undefined ? summary : topics[first]?.description
      found.set(first, { word: first, says })
    }
  }
  if (topic === '') for (const word of ['help', '--help', '--version']) found.set(word, { word })
  return [...found.values()]
}

function flagsOf({ flags }: ListedCommand): Candidate[] {
  const own = Object.values(flags).map(({ name, description }) => ({ word: `--${name}`, says: description }))
  return [...own, { word: '--help', says: 'Show how the command is used.' }]
}

/** Returns the values of a flag, by the placeholder in its help. */
async function valuesOf(
  flag: ListedFlag,
  given: readonly string[],
  sources: Sources,
  written: string,
): Promise<Candidates> {
  if (flag.options !== undefined) return plain(flag.options)
  const { here, known } = sources
  switch (flag.helpValue) {
    case 'DIR':
      return 'folders'
    case 'FILE':
      return 'files'
    case 'DOCUMENT':
      return plain(here.documents())
    case 'ENTRY':
      return plain(here.entries(given[0]))
    case 'SECTION':
      return plain(here.sections(given[0] ?? ''))
    case 'CODE':
      return plain(here.parties())
    case 'WHO':
      return plain(['secretariat', 'commission', 'depositary', ...here.parties()])
    case 'REV':
      return plain(here.revisions())
    case 'main|ID':
      return plain(['main', ...here.proposals()])
    case 'CODE,…':
    case 'N|CODE,…':
      return listOfParties(here, written)
    case 'ID=OPTION':
      return readingChoice(known, written)
    default:
      return []
  }
}

function listOfParties(here: NamesHere, written: string): Candidate[] {
  const before = written.slice(0, written.lastIndexOf(',') + 1)
  const named = new Set(before.split(','))
  return plain(
    here
      .parties()
      .filter((code) => !named.has(code))
      .map((code) => before + code),
  )
}

async function readingChoice(known: KnownWords, written: string): Promise<Candidate[]> {
  const [id = '', option] = written.split('=')
  if (option !== undefined) return (await known.optionsOf(id)).map((one) => ({ ...one, word: `${id}=${one.word}` }))
  return (await known.readings()).map((one) => ({ ...one, word: `${one.word}=` }))
}

/** Arguments whose value is a new name. */
const NEW = new Set(['proposal:new id', 'entry:add entry', 'entry:rename name', 'party:add code', 'keys:add address'])

async function argumentsOf(id: string, name: string, given: readonly string[], sources: Sources): Promise<Candidates> {
  const { here, known } = sources
  if (NEW.has(`${id} ${name}`)) return []
  if (id === 'readings') return [...(await known.readings()), ...commandsUnder(id, sources)]
  if (id === 'readings:set') return name === 'id' ? known.readings() : known.optionsOf(given[0] ?? '')
  if (id === 'rules') return known.rules()
  if (id.startsWith('proposal:') && name === 'id') return plain(here.proposals())
  switch (name) {
    case 'document':
      return plain(here.documents())
    case 'entry':
      return plain(here.entries(given[0]))
    case 'treaty':
      return plain(here.entries('annex-1'))
    case 'code':
      return plain(here.parties())
    case 'from':
    case 'to':
      return plain(here.revisions())
    case 'shell':
      return plain(['bash', 'zsh', 'fish'])
    case 'directory':
      return 'folders'
    default:
      return /^(?:path|file|base|ours|theirs)$/.test(name) ? 'files' : []
  }
}

function plain(words: readonly string[]): Candidate[] {
  return words.map((word) => ({ word }))
}

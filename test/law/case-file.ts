import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type {
  CalendarDay,
  Change,
  Declaration,
  Entry,
  FiledEvent,
  Party,
  ReadingChoice,
  Situation,
  Status,
} from '../../src/treaty/index.ts'

/** A cases file: the paragraph, and what follows from it in situations that a lawyer can read. */
export interface CasesFile {
  paragraph: string
  cases: Case[]
}

/** One case. `given` is the situation; `then` what the law says of it, day by day. */
export interface Case {
  name: string
  given: Given
  then: Record<CalendarDay, Expected>
}

/** A situation written short: `36 exercise States`, `party: S01 to S11`. */
export interface Given {
  basis?: Situation['proposal']['basis']
  document?: string
  by?: string
  statement?: string
  proposed?: CalendarDay
  closed?: string
  closedOn?: CalendarDay
  changes?: Change[]
  before?: Entry[]
  after?: Entry[]
  /** The document's entries, where an outcome is to know them. */
  entries?: Entry[]
  parties: string | (string | Party)[]
  /** The entries of Annex 1; and of those that an amendment adds, the day from which each binds the Party. */
  listed?: string[]
  addedFrom?: Record<string, CalendarDay>
  /** Of those that an amendment would add: the day from which it binds each Party, or null. */
  pending?: Record<string, CalendarDay | null>
  /** Those in Annex 1 as the Party joined the Convention, though an amendment adds them later. */
  joinedWith?: string[]
  /** The day on which the amendment that adds each was sent out. */
  openedOn?: Record<string, CalendarDay>
  /** By each other id of a treaty, the one under which it was listed first. */
  firstListedAs?: Record<string, string>
  events?: FiledEvent[]
  readings?: ReadingChoice
}

/** A declaration that a Party of the case wants to make, and the rules that stand against it. */
export interface DeclarationCase {
  party: string
  declaration: Declaration
  because: string[]
}

/** What is expected on a day. What a case does not name it does not ask, but findings: none is expected unless named. */
export interface Expected {
  status?: Status
  deadline?: CalendarDay | null
  entersIntoForce?: CalendarDay | null
  ratifying?: number
  objections?: number
  blocksAt?: number | null
  votes?: { inFavour: number; needed: number; of: number }
  /** By Party: the day from which it is bound, `never`, or `no Party`. */
  bound?: Record<string, string>
  /** By Party: the provisions that say so. */
  by?: Record<string, string[]>
  /** Provisions that the reasoning must name. */
  because?: string[]
  /** The whole reasoning, step by step: `70(4): sentence [reading=option] (day of the event it met)`. */
  reasoning?: string[]
  /** By Party: what the amendment means for it, step by step, likewise. */
  says?: Record<string, string[]>
  readings?: ReadingChoice
  /** `reading=option: status`, with ` and ` between readings changed together. */
  differs?: string[]
  findings?: string[]
  /** The same with provision, place and weight, each as often as it is found. */
  remarks?: string[]
  /** The Convention's own entry into force, or `never`. */
  conventionInForce?: string
  statesParties?: number
  isParty?: Record<string, boolean>
  inForceFor?: Record<string, string>
  /** What checking the proposal finds: `rule at path`. */
  check?: string[]
  /** By Party: the treaties of Annex 1 deemed not included for it. `listed` and `addedFrom` say what is listed. */
  excluded?: Record<string, string[]>
  /** By Party: from and until when each treaty is excluded, and the steps that say so. */
  exclusions?: Record<string, string[]>
  declares?: DeclarationCase[]
  /** By Party: the rules that stand against the denunciations in its records. */
  denunciations?: Record<string, string[]>
  /** Events that may not be recorded, by what is wrong with them; `[]` for one that may. */
  refused?: { event: FiledEvent; because: string[] }[]
}

const ROOT = new URL('./cases/', import.meta.url)

/** Every cases file, by its path without the ending. */
export function casesFiles(): Map<string, CasesFile> {
  const paths = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'))
  return new Map(
    paths.map((path) => [
      path.replaceAll('\\', '/').replace(/\.yaml$/, ''),
      parse(readFileSync(new URL(path, ROOT), 'utf8')),
    ]),
  )
}

/** The situation written out. */
export function situationOf(given: Given): Situation {
  const { basis = '70.1', document = 'annex-1', by, proposed, closed, closedOn } = given
  const { changes, statement } =
    given.changes === undefined ? someChangeOf(document, given) : { ...given, changes: given.changes }
  return {
    proposal: {
      proposal: 'a-case',
      basis,
      document,
      changes,
      ...defined({ by, statement, proposed, closed, closedOn }),
    },
    parties: partiesOf(given.parties),
    events: (given.events ?? []).flatMap(eachParty),
    readings: given.readings ?? {},
    ...defined({ entries: given.entries }),
  }
}

// What a case does not name it is not about: then something is changed, and a statement says why.
function someChangeOf(document: string, { statement = 'Why.' }: Given): { changes: Change[]; statement: string } {
  return { changes: [{ document, entry: 'something', kind: 'fact', before: null, after: {} }], statement }
}

/** `36 exercise States` are S01 to S36, which ratified on 1 March 2027. */
function partiesOf(parties: Given['parties']): Party[] {
  return [parties].flat().flatMap((party) => (typeof party === 'string' ? exerciseStates(party) : [party]))
}

function exerciseStates(words: string): Party[] {
  const [, number, kind = 'ratification', day = '2027-03-01', denounced] =
    /^(\d+) exercise States(?: by (\w+))?(?: on (\S+))?(?: denounced on (\S+))?$/.exec(words) ?? []
  if (number === undefined) throw new Error(`Not understood: ${words}`)
  const initial = kind === 'ratification' ? 'S' : kind[0]?.toUpperCase()
  return Array.from({ length: Number(number) }, (_, index) => ({
    code: `${initial}${String(index + 1).padStart(2, '0')}`,
    instrument: kind as Party['instrument'],
    deposited: day,
    ...defined({ denounced }),
  }))
}

/** `party: S01 to S11` is eleven events. */
function eachParty(event: FiledEvent): FiledEvent[] {
  const [, initial, first, last] = /^([A-Z])(\d+) to [A-Z](\d+)$/.exec(event.party ?? '') ?? []
  if (first === undefined || last === undefined) return [event]
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => ({
    ...event,
    party: `${initial}${String(Number(first) + index).padStart(2, '0')}`,
  }))
}

function defined<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>
}

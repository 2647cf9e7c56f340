import {
  canonicalJson,
  type EventRecord,
  type FiledEvent,
  type Finding,
  type Rectification,
} from '../../treaty/index.ts'
import { type EventFile, isRectification, nameOf, type RectificationFile, stepsToEvents } from './chains.ts'
import { incomplete, namesNoFile, notTheSame, twice } from './findings.ts'

/** The events of a proposal as rectified. */
export interface RectifiedEvents {
  /** The events that stand, in the order of the files: each as it should have been recorded. */
  events: FiledEvent[]
  /** What was rectified: one for each file whose rectification counts, void files too. */
  rectifications: Rectification[]
  /** The path of the rectification that counts for a file, by the file's path; a rectification may have one too. */
  rectifiedBy: ReadonlyMap<string, string>
  /** Why a rectification does not count, and where two of them differ. */
  findings: Finding[]
}

/** What a rectification says of the file it names, after later rectifications of itself. */
interface Statement extends Pick<Rectification, 'by' | 'on' | 'ref' | 'reason' | 'instead'> {}

/**
 * Returns the events of a proposal as its rectifications say that they should have been. A rectification of a rectification replaces
 * what that one says, or voids it. Of two rectifications of one file the later one counts.
 * @param files every event file of one proposal, in the order of the record
 */
export function rectifiedEvents(files: readonly EventFile[]): RectifiedEvents {
  const ledger = openLedger(files)
  if (ledger.rectifications.length === 0) {
    return { events: files.flatMap(asFiled), rectifications: [], rectifiedBy: new Map(), findings: [] }
  }
  const rectifications: Rectification[] = []
  const events = files.flatMap((event): FiledEvent[] => {
    if (isRectification(event)) return []
    const last = statementsOn(event, ledger).at(-1)
    if (last === undefined) return asFiled(event)
    const rectification = { file: event.file, was: event.data, ...last }
    rectifications.push(rectification)
    return last.instead === null ? [] : [{ ...last.instead, file: event.file, rectified: rectification }]
  })
  const rectifiedBy = new Map(
    files.flatMap((event) => statementsOn(event, ledger).map(({ by }) => [event.file, by] as const)),
  )
  return { events, rectifications, rectifiedBy, findings: findingsOf(files, ledger) }
}

function asFiled({ file, data }: EventFile): FiledEvent[] {
  return data === null ? [] : [{ ...data, file }]
}

interface Ledger {
  byName: ReadonlyMap<string, EventFile>
  rectifications: readonly RectificationFile[]
  /** How many rectifications lead from each to an event; without those that lead to none. */
  steps: ReadonlyMap<EventFile, number>
  /** What those that count say of each file, by its name, in the order of the record. */
  statements: ReadonlyMap<string, readonly Statement[]>
}

function openLedger(files: readonly EventFile[]): Ledger {
  const byName = new Map(files.map((event) => [nameOf(event), event]))
  const rectifications = files.filter(isRectification)
  const steps = stepsToEvents(rectifications, byName)
  return { byName, rectifications, steps, statements: statementsIn(rectifications, byName, steps) }
}

// A rectification is read after those that rectify it, so the ones farthest from an event come first.
function statementsIn(
  rectifications: readonly RectificationFile[],
  byName: Ledger['byName'],
  steps: Ledger['steps'],
): Map<string, Statement[]> {
  const statements = new Map<string, Statement[]>()
  const farthestFirst = rectifications
    .filter((each) => steps.has(each))
    .sort((one, other) => (steps.get(other) ?? 0) - (steps.get(one) ?? 0))
  for (const rectification of farthestFirst) {
    const statement = statementOf(rectification, byName, statements)
    if (statement === null) continue
    const target = rectification.data.rectifies ?? ''
    const others = statements.get(target)
    if (others === undefined) statements.set(target, [statement])
    else others.push(statement)
  }
  return statements
}

/** What a rectification says; null if it does not count. */
function statementOf(
  { file: by, data }: RectificationFile,
  byName: Ledger['byName'],
  statements: Ledger['statements'],
): Statement | null {
  const later = statements.get(nameOf({ file: by }))?.at(-1)
  if (later !== undefined) return later.instead === null ? null : later
  if (!isComplete(data) || !matches(data, byName)) return null
  const { on, ref, reason = '', instead = null } = data
  return { by, on, reason, instead, ...(ref === undefined ? {} : { ref }) }
}

/** Whether it says what was wrong, on whose word, and either what is right or that the file is void. */
function isComplete({ rectifies, reason, ref, instead, void: isVoid, was }: EventRecord): boolean {
  if (rectifies === undefined || reason === undefined || ref === undefined) return false
  if ((instead === undefined) !== (isVoid === true)) return false
  return instead?.event !== 'rectification' && was?.event !== 'rectification'
}

function matches({ rectifies = '', was }: EventRecord, byName: Ledger['byName']): boolean {
  const target = byName.get(rectifies)
  const said = target === undefined ? null : saidBy(target)
  return canonicalJson(was ?? null) === canonicalJson(said)
}

/** Returns what a file says of an event: the event, or for a rectification what it puts in the place of one; null if nothing. */
export function saidBy(event: EventFile): EventRecord | null {
  return isRectification(event) ? (event.data.instead ?? null) : event.data
}

function statementsOn(event: EventFile, { statements }: Ledger): readonly Statement[] {
  return statements.get(nameOf(event)) ?? []
}

function findingsOf(files: readonly EventFile[], ledger: Ledger): Finding[] {
  return files.flatMap((event) => {
    const statements = statementsOn(event, ledger)
    const last = statements.at(-1)
    const differing = statements.find((each) => canonicalJson(each.instead) !== canonicalJson(last?.instead ?? null))
    return [
      ...(isRectification(event) && last === undefined ? whyNot(event, ledger) : []),
      ...(differing === undefined || last === undefined ? [] : [twice(event.file, differing.by, last.by)]),
    ]
  })
}

function whyNot(rectification: RectificationFile, { byName, steps }: Ledger): Finding[] {
  const { data } = rectification
  if (data.rectifies !== undefined && !steps.has(rectification)) {
    return [namesNoFile(rectification, byName.has(data.rectifies))]
  }
  if (!isComplete(data)) return [incomplete(rectification)]
  return matches(data, byName) ? [] : [notTheSame(rectification)]
}

import { checkEvent } from '../law/index.ts'
import { inOrderOfRecord, locateFindings, type ParsedFile } from '../store/index.ts'
import {
  digestOf,
  type EventRecord,
  type Finding,
  type PartiesFile,
  type Proposal,
  type ReadingsFile,
} from '../treaty/index.ts'

/**
 * What the law says of a record as a whole: each event against the state it met, the frozen text against its digest.
 * A file that cannot be read has findings of its own; what rests on it is left out here.
 */
export function recordFindings(parsed: readonly ParsedFile<unknown>[]): Finding[] {
  const register = parsed.find(({ kind }) => kind === 'parties')?.data as PartiesFile | undefined
  const chosen = parsed.find(({ kind }) => kind === 'readings')?.data as ReadingsFile | undefined
  const proposals = parsed.filter(({ kind, data }) => kind === 'proposal' && data !== null)
  return proposals.flatMap((file) => {
    const proposal = file.data as Proposal
    const events = eventsOf(parsed, file.file)
    return [
      ...frozenFindings(file, proposal),
      ...(register === undefined ? [] : eventFindings(proposal, events, register, chosen)),
    ]
  })
}

function eventsOf(parsed: readonly ParsedFile<unknown>[], proposalFile: string): ParsedFile<EventRecord>[] {
  const folder = proposalFile.replace(/proposal\.yaml$/, 'events/')
  const events = parsed.filter(
    (file): file is ParsedFile<EventRecord> =>
      file.kind === 'event' && file.data !== null && file.file.startsWith(folder),
  )
  return events.sort(inOrderOfRecord)
}

function frozenFindings(file: ParsedFile<unknown>, { frozen }: Proposal): Finding[] {
  if (frozen === undefined || digestOf(frozen.changes) === frozen.digest) return []
  const finding: Finding = {
    rule: 'law/frozen-text',
    level: 'error',
    message: 'The frozen changes are not those that were sent out: their digest differs.',
    hint: 'Restore the file from the commit that froze it; a frozen text is never edited.',
    at: { path: ['frozen', 'digest'] },
  }
  return locateFindings([finding], file)
}

// Each event meets the events before it, as when it was filed.
function eventFindings(
  proposal: Proposal,
  events: readonly ParsedFile<EventRecord>[],
  register: PartiesFile,
  chosen: ReadingsFile | undefined,
): Finding[] {
  const findings: Finding[] = []
  const met: EventRecord[] = []
  for (const file of events) {
    if (file.data === null) continue
    const situation = {
      proposal: { ...proposal, changes: proposal.frozen?.changes ?? [] },
      parties: register.parties,
      events: [...met],
      readings: chosen?.readings ?? {},
    }
    findings.push(...locateFindings(checkEvent(situation, file.data), file))
    met.push(file.data)
  }
  return findings
}

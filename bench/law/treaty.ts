import type { RecordedProposal } from '../../src/law/index.ts'
import type { Change, Document, Entry, FiledEvent, Party } from '../../src/treaty/index.ts'

/** A treaty of the size of the CITES appendices, generated, and the same each time. */
export interface LargeTreaty {
  document: Document
  parties: Party[]
  proposals: RecordedProposal[]
}

/**
 * @param entries how many the annex has at first
 * @param amendments how many were sent out since, a few each month, each with a tenth of the Parties objecting
 */
export function largeTreaty(entries: number, parties: number, amendments: number): LargeTreaty {
  const document: Document = {
    document: 'annex-1',
    title: { en: 'Annex 1' },
    entries: Array.from({ length: entries }, (_, index) => entry(`entry-${index}`)),
  }
  const register = Array.from({ length: parties }, (_, index) => party(index))
  const proposals = Array.from({ length: amendments }, (_, index) => proposal(index, entries, register))
  return { document, parties: register, proposals }
}

function party(index: number): Party {
  return { code: `P${index}`, instrument: 'ratification', deposited: index < 60 ? '1975-01-01' : day(index * 20) }
}

function proposal(index: number, entries: number, parties: readonly Party[]): RecordedProposal {
  const sent = day(3000 + index * 10)
  const objecting = parties.filter((_, at) => (at * 7 + index) % 10 === 0)
  const objections = objecting.map(
    ({ code }): FiledEvent => ({ event: 'objection', on: day(3030 + index * 10), party: code }),
  )
  const acceptances = objecting
    .slice(0, 5)
    .map(({ code }): FiledEvent => ({ event: 'acceptance', on: day(3400 + index * 10), party: code }))
  return {
    proposal: { proposal: `amendment-${index}`, basis: '70.1', document: 'annex-1', changes: changes(index, entries) },
    events: [{ event: 'circulated', on: sent }, ...objections, ...acceptances],
  }
}

// Ten additions, ten removals and ten rewordings each; no two amendments touch the same entry.
function changes(index: number, entries: number): Change[] {
  const step = Math.floor(entries / 1000)
  return Array.from({ length: 10 }, (_, at): Change[] => {
    const [first, second] = [`entry-${(index * step + at) % entries}`, `entry-${(index * step + at + 10) % entries}`]
    const added = entry(`added-${index}-${at}`)
    return [
      { document: 'annex-1', entry: added.id, kind: 'added', before: null, after: added, place: { after: second } },
      { document: 'annex-1', entry: first, kind: 'removed', before: entry(first), after: null, place: { after: null } },
      reworded(second),
    ]
  }).flat()
}

function reworded(id: string): Change {
  const before = words(id)
  const after = `${before}, as amended`
  const parts = [{ field: 'title', language: 'en', before, after }]
  return { document: 'annex-1', entry: id, kind: 'reworded', field: 'text', language: 'en', before, after, parts }
}

function entry(id: string): Entry {
  return { id, text: { title: { en: words(id) } } }
}

function words(id: string): string {
  return `Convention on the matter of ${id} (Somewhere, 1 January 1970)`
}

function day(days: number): string {
  return new Date(Date.UTC(1975, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
}

import { findingsJson, findingsText } from '../../render/index.ts'
import { hasErrors } from '../../treaty/index.ts'
import type { ChangedParty, Registered } from '../../workflows/index.ts'
import { nothingWritten, type Report } from './report.ts'

/** Returns the report of Parties added to the register. */
export function partiesReport({ commit, added, unchanged }: Registered): Report {
  const json = { commit, added, unchanged: unchanged.map((party) => party.code) }
  const already = unchanged.length === 0 ? '' : ` ${count(unchanged.length)} already registered.`
  if (commit === null) return { json, text: `Nothing to record.${already}` }
  return {
    json,
    text: `Recorded on main: ${added.map((party) => party.code).join(', ')} (${count(added.length)}).${already}`,
  }
}

function count(parties: number): string {
  return `${parties} ${parties === 1 ? 'Party' : 'Parties'}`
}

/** Returns the report of a change to one Party's record. @param done what was recorded, as a sentence */
export function changedPartyReport({ commit, party, findings }: ChangedParty, done: string): Report {
  const json = { commit, party, ...findingsJson(findings, 1) }
  const remarks = findings.length === 0 ? '' : `${findingsText(findings)}\n\n`
  if (commit === null) return nothingWritten(json, findings, 'Use --force to record it anyway.')
  const effect = hasErrors(findings) ? ' By the readings taken it has no effect.' : ''
  return { json, text: `${remarks}Recorded on main: ${done}${effect}` }
}

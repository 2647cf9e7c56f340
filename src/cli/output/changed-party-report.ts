import { countText, findingsJson, findingsText } from '../../render/index.ts'
import { hasErrors } from '../../treaty/index.ts'
import type { ChangedParty } from '../../workflows/index.ts'
import type { Report } from './report.ts'

/** What changing a Party's record reports. */
export function changedPartyReport({ commit, party, findings }: ChangedParty, done: string): Report {
  const json = { commit, party, ...findingsJson(findings, 1) }
  const remarks = findings.length === 0 ? '' : `${findingsText(findings)}\n\n`
  if (commit === null) {
    return { json, text: `${remarks}${countText(findings)}; nothing was written (--force records it).`, exitCode: 1 }
  }
  const effect = hasErrors(findings) ? ' By the readings taken it has no effect.' : ''
  return { json, text: `${remarks}Recorded on main: ${done}${effect}` }
}

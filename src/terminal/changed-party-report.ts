import type { ChangedParty } from '../proceedings/index.ts'
import { countText, findingsJson, findingsText } from '../render/index.ts'
import type { Report } from './report.ts'

/** What changing a Party's record reports. */
export function changedPartyReport({ commit, party, findings }: ChangedParty, done: string): Report {
  const json = { commit, party, ...findingsJson(findings, 1) }
  if (commit !== null) return { json, text: `Recorded on main: ${done}` }
  return { json, text: `${findingsText(findings)}\n\n${countText(findings)}; nothing was written.`, exitCode: 1 }
}

import type { Registered } from '../../workflows/index.ts'
import type { Report } from './report.ts'

/** What entering Parties in the register reports. */
export function partiesReport({ commit, added, unchanged }: Registered): Report {
  const json = { commit, added, unchanged: unchanged.map((party) => party.code) }
  const already = unchanged.length === 0 ? '' : ` ${count(unchanged.length)} registered already.`
  if (commit === null) return { json, text: `Nothing to record.${already}` }
  return {
    json,
    text: `Recorded on main: ${added.map((party) => party.code).join(', ')} (${count(added.length)}).${already}`,
  }
}

function count(parties: number): string {
  return `${parties} ${parties === 1 ? 'Party' : 'Parties'}`
}

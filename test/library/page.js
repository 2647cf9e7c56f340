// A page of someone else's: it imports the package, and shows what it says. Run in a browser and in Node, for the same answer.
import {
  apply,
  decideScenario,
  diff,
  diffHtml,
  explain,
  merge,
  parse,
  parseScenarios,
  redline,
  replay,
  validate,
} from 'treaty-annex'

/** @returns what the package says of the texts, as plain data */
export function answers({ annex, scenario, broken }) {
  const { document, findings } = validate(annex, { file: 'annex-1.yaml' })
  const reworded = parse('document', annex.replace('Unlawful Seizure', 'unlawful seizure')).data
  const changes = diff(document, reworded)
  const [situation] = parseScenarios({ file: 'scenario.yaml', bytes: new TextEncoder().encode(scenario) })
  const outcome = decideScenario(situation.data, 'unnamed')
  const question = { document: 'annex-1', entry: 'hague-1970', own: document.entries, party: 'FRA', asOf: '2021-08-14' }
  return {
    findings: findings.map(({ rule, at }) => `${rule} ${at?.position?.line}:${at?.position?.column}`),
    changes: changes.map(({ kind, entry }) => `${kind} ${entry}`),
    applied: JSON.stringify(apply(document, changes).document) === JSON.stringify(reworded),
    replayed: replay(document, [{ proposal: 'one', changes }]).findings,
    conflicts: merge(document, document, reworded).conflicts,
    redline: redline('a b c', 'a d c'),
    status: outcome.status,
    bound: Object.keys(outcome.parties).length,
    binds: explain({ ...question, parties: situation.data.parties, proposals: [], readings: {} }).binds,
    html: diffHtml({ from: 'a', to: 'b', summary: {}, documents: [] }).length > 0,
    broken: parse('document', broken).findings.map(({ rule, at }) => `${rule} ${at?.position?.line}`),
  }
}

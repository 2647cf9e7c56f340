import type { Finding, Level } from '../../treaty/index.ts'
import { findingFingerprints } from './json.ts'
import { inSentences } from './wording.ts'

/** What SARIF says about a rule. */
export interface RuleToShow {
  id: string
  level: Level
  title: string
  why: string
}

/** The program that reported the findings. */
export interface Tool {
  version: string
  rules: readonly RuleToShow[]
}

/**
 * Returns findings as a SARIF 2.1.0 log (OASIS Standard): one run, columns in UTF-16 code units, and for each result a partial
 * fingerprint that stays the same when lines move.
 */
export function sarif(findings: readonly Finding[], { version, rules }: Tool): object {
  const shown = [...rules, ...unknownRules(findings, rules)]
  const indexes = new Map(shown.map(({ id }, index) => [id, index]))
  const fingerprints = findingFingerprints(findings)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'annex', semanticVersion: version, rules: shown.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding, index) => ({
          ruleId: finding.rule,
          ruleIndex: indexes.get(finding.rule) ?? -1,
          level: finding.level,
          message: { text: inSentences(finding) },
          ...placeOf(finding),
          partialFingerprints: { 'annexFinding/v1': fingerprints[index] },
        })),
      },
    ],
  }
}

/** Lists also the rules that have no page: SARIF refers to rules by their position in the list. */
function unknownRules(findings: readonly Finding[], rules: readonly RuleToShow[]): RuleToShow[] {
  const known = new Set(rules.map(({ id }) => id))
  const missing = [...new Set(findings.map(({ rule }) => rule))].filter((id) => !known.has(id))
  return missing.map((id) => ({ id, level: 'error', title: id, why: '' }))
}

function descriptor({ id, level, title, why }: RuleToShow): object {
  return {
    id,
    shortDescription: { text: title },
    ...(why !== '' && { fullDescription: { text: why } }),
    defaultConfiguration: { level },
  }
}

function placeOf({ at }: Finding): object {
  if (at?.file === undefined) return {}
  const artifactLocation = {
    uri: at.file
      .replace(/\p{Cs}/gu, '\ufffd')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
  }
  if (at.position === undefined) return { locations: [{ physicalLocation: { artifactLocation } }] }
  const { line, column, endLine, endColumn } = at.position
  const region = { startLine: line, startColumn: column, endLine, endColumn }
  return { locations: [{ physicalLocation: { artifactLocation, region } }] }
}

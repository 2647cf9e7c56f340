import type { Finding } from '../../treaty/index.ts'

const ORDER_OF_LEVELS = { error: 0, warning: 1, note: 2 } as const

/** Sorts findings by severity, the most severe first, then by file, line and column. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (one, other) =>
      ORDER_OF_LEVELS[one.level] - ORDER_OF_LEVELS[other.level] ||
      compareTexts(one.at?.file ?? '', other.at?.file ?? '') ||
      (one.at?.position?.line ?? 0) - (other.at?.position?.line ?? 0) ||
      (one.at?.position?.column ?? 0) - (other.at?.position?.column ?? 0),
  )
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** Returns a finding as one paragraph: its message with its provision, then its hint, each ending with a full stop. */
export function inSentences(finding: Finding): string {
  const [sentence, todo] = [finding.message, finding.hint].map((text) => text.replace(/\.$/, ''))
  return `${sentence}${provisionOf(finding)}. ${todo}.`
}

/** ` [70(5)]`, or nothing for a finding that cites no provision. */
export function provisionOf({ cite }: Pick<Finding, 'cite'>): string {
  return cite === undefined ? '' : ` [${cite}]`
}

import type { Finding } from '../../treaty/index.ts'
import { escapeXml } from '../escape/xml.ts'

const ELSEWHERE = 'annexes'

/**
 * Findings as a JUnit report: a suite a file, a case a finding. Errors and warnings are failures; a note passes, with
 * its words as output; a file without findings is one case that passes.
 * @param files every file that was looked at
 * @param command what found them
 */
export function junit(findings: readonly Finding[], files: readonly string[], command = 'annex validate'): string {
  const places = [...new Set([...files, ...findings.map(placeOf)])]
  const suites = places.map((place) =>
    suite(
      place,
      findings.filter((finding) => placeOf(finding) === place),
    ),
  )
  const failures = findings.filter(isFailure).length
  const tests = places.reduce(
    (sum, place) => sum + Math.max(1, findings.filter((one) => placeOf(one) === place).length),
    0,
  )
  const root = `<testsuites name="${escapeXml(command)}" tests="${tests}" failures="${failures}">`
  return ['<?xml version="1.0" encoding="UTF-8"?>', root, ...suites, '</testsuites>'].join('\n')
}

function placeOf({ at }: Finding): string {
  return at?.file ?? ELSEWHERE
}

function isFailure({ level }: Finding): boolean {
  return level !== 'note'
}

function suite(place: string, findings: readonly Finding[]): string {
  const name = escapeXml(place)
  const counts = `tests="${Math.max(1, findings.length)}" failures="${findings.filter(isFailure).length}"`
  const cases = findings.length === 0 ? [`    <testcase classname="${name}" name="valid"/>`] : findings.map(testCase)
  return [`  <testsuite name="${name}" ${counts}>`, ...cases, '  </testsuite>'].join('\n')
}

function testCase(finding: Finding): string {
  const { rule, level, message, hint, cite, at } = finding
  const line = at?.position === undefined ? '' : `:${at.position.line}:${at.position.column}`
  const name = `${rule}${line}`
  const head = `    <testcase classname="${escapeXml(placeOf(finding))}" name="${escapeXml(name)}">`
  const told = escapeXml(`${message}${cite === undefined ? '' : ` [${cite}]`}`)
  const body = isFailure(finding)
    ? `      <failure type="${level}" message="${told}">${escapeXml(`${placeOf(finding)}${line}: ${hint}`)}</failure>`
    : `      <system-out>${told}</system-out>`
  return [head, body, '    </testcase>'].join('\n')
}

import type { Finding } from '../../treaty/index.ts'
import { escapeXml } from '../escape.ts'
import { provisionOf } from './wording.ts'

/** The suite of findings that name no file. */
const NO_FILE = 'annexes'

/**
 * Returns findings as a JUnit report: one suite for each file, one case for each finding. Errors and warnings are failures. A note
 * passes, with its message as output. A file without findings is one case that passes.
 * @param files every file that was checked
 * @param command the command that reported the findings
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
  const root = `<testsuites name="${attribute(command)}" tests="${tests}" failures="${failures}">`
  return ['<?xml version="1.0" encoding="UTF-8"?>', root, ...suites, '</testsuites>'].join('\n')
}

function placeOf({ at }: Finding): string {
  return at?.file ?? NO_FILE
}

function isFailure({ level }: Finding): boolean {
  return level !== 'note'
}

function suite(place: string, findings: readonly Finding[]): string {
  const name = attribute(place)
  const counts = `tests="${Math.max(1, findings.length)}" failures="${findings.filter(isFailure).length}"`
  const cases = findings.length === 0 ? [`    <testcase classname="${name}" name="valid"/>`] : findings.map(testCase)
  return [`  <testsuite name="${name}" ${counts}>`, ...cases, '  </testsuite>'].join('\n')
}

function testCase(finding: Finding): string {
  const { rule, level, message, hint, at } = finding
  const line = at?.position === undefined ? '' : `:${at.position.line}:${at.position.column}`
  const name = `${rule}${line}`
  const head = `    <testcase classname="${attribute(placeOf(finding))}" name="${attribute(name)}">`
  const shown = attribute(`${message}${provisionOf(finding)}`)
  const body = isFailure(finding)
    ? `      <failure type="${level}" message="${shown}">${escapeXml(`${placeOf(finding)}${line}: ${hint}`)}</failure>`
    : `      <system-out>${shown}</system-out>`
  return [head, body, '    </testcase>'].join('\n')
}

// An attribute loses its line feeds unless they are written as references.
function attribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;')
}

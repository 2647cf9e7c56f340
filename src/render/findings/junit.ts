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
  const names = uniqueNames(findings)
  const cases = findings.map((finding, index) => testCase(finding, names[index] ?? ''))
  if (findings.length === 0) cases.push(`    <testcase classname="${name}" name="valid"/>`)
  return [`  <testsuite name="${name}" ${counts}>`, ...cases, '  </testsuite>'].join('\n')
}

/** Returns a name for each case. Hosts compare runs by name, so a rule that finds two things in one place has two names. */
function uniqueNames(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>()
  return findings.map((finding) => {
    const name = `${finding.rule}${lineOf(finding)}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

function lineOf({ at }: Finding): string {
  return at?.position === undefined ? '' : `:${at.position.line}:${at.position.column}`
}

function testCase(finding: Finding, name: string): string {
  const { level, message, hint } = finding
  const line = lineOf(finding)
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

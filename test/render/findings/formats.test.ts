import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import {
  excerpt,
  findingsJson,
  findingsText,
  githubAnnotations,
  githubSummary,
  gitlabCodeQuality,
  jsonText,
  junit,
  sarif,
} from '../../../src/render/index.ts'
import type { Finding, Level } from '../../../src/treaty/index.ts'

const HOSTILE = '\u001b[31m <b>&"\' ::error:: | `x` %0A, \u202e \ud800'

function found(level: Level, line: number, message = `Found ${level}`): Finding {
  const position = { line, column: 3, endLine: line, endColumn: 8 }
  return {
    rule: 'text/number-unique',
    level,
    message,
    hint: 'Mend it',
    cite: '70(3)',
    at: { file: 'annexes/a b.yaml', position },
  }
}

const NOWHERE: Finding = { rule: 'law/closed-in-vain', level: 'error', message: 'It is closed', hint: 'Leave it' }
const MANY = [found('note', 1), found('warning', 2), found('error', 3), NOWHERE, found('error', 4, HOSTILE)]

describe('a line with its caret', () => {
  const at = (column: number, endColumn: number) => ({ line: 2, column, endLine: 2, endColumn })

  it('marks what is meant', () => {
    expect(excerpt('one\ntwo three\n', at(5, 10))).toBe('2 | two three\n  |     ^~~~~')
  })

  it('stands under the right column behind wide characters, and in files with CRLF and a byte order mark', () => {
    expect(excerpt('\ufeffone\r\n中文 three\r\n', at(4, 9))).toBe('2 | 中文 three\n  |      ^~~~~')
  })

  it('shows a part of a long line', () => {
    const [line = '', caret = ''] = (
      excerpt(`one\n${'x'.repeat(300)}here${'y'.repeat(300)}`, at(301, 305)) ?? ''
    ).split('\n')
    expect(line.length).toBeLessThan(120)
    expect(line.slice(caret.indexOf('^'), caret.length)).toBe('here')
  })

  it('lets no control character through', () => {
    expect(excerpt(`one\n\u001b[2Jtwo`, at(5, 8))).toBe('2 | ␛[2Jtwo\n  |     ^~~')
  })

  it('is left out where the source has no such line', () => {
    expect(excerpt('one\n', { ...at(1, 2), line: 9, endLine: 9 })).toBeUndefined()
  })
})

describe('text', () => {
  it('shows ten thousand findings in one long file at once', () => {
    const source = 'a line of some words\n'.repeat(20_000)
    const all = Array.from({ length: 10_000 }, (_, line) => found('note', line + 1))
    expect(findingsText(all, new Map([['annexes/a b.yaml', source]])).split('\n')).toHaveLength(40_000)
  })

  it('gives the gravest first, each with its line', () => {
    const sources = new Map([['annexes/a b.yaml', 'one\ntwo\nthree\nfour words\n']])
    expect(
      findingsText([found('note', 1), found('error', 4)], sources),
    ).toBe(`annexes/a b.yaml:4:3: error: Found error [70(3)] (text/number-unique)
    4 | four words
      |   ^~~~~
    Mend it
annexes/a b.yaml:1:3: note: Found note [70(3)] (text/number-unique)
    1 | one
      |   ^
    Mend it`)
  })
})

describe('fingerprints', () => {
  it('stay when lines move, and tell two findings with the same words apart', () => {
    const [one, two] = findingsJson([found('error', 3), found('error', 9)], 1).findings
    const [moved] = findingsJson([found('error', 30)], 1).findings
    expect(moved?.fingerprint).toBe(one?.fingerprint)
    expect(two?.fingerprint).not.toBe(one?.fingerprint)
  })
})

describe('GitHub', () => {
  it('gets workflow commands whose words cannot end them', () => {
    const lines = githubAnnotations([found('error', 4, HOSTILE)]).split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(
      /^::error file=annexes\/a b\.yaml,line=4,endLine=4,col=3,endColumn=7,title=text\/number-unique \[70\(3\)\]::/,
    )
    expect(lines[0]).toContain('%250A')
    expect(lines[0]).toMatch(/%0AMend it$/)
  })

  it('gets ten at most, the worst first, and is told how many are left', () => {
    const all = [...Array.from({ length: 12 }, (_, line) => found('note', line + 1)), found('error', 40)]
    const lines = githubAnnotations(all).split('\n')
    expect(lines).toHaveLength(11)
    expect(lines[0]).toMatch(/^::error /)
    expect(lines[10]).toMatch(/^3 notes more: .*annex validate$/)
    expect(githubAnnotations(all, 'annex proposal check x').split('\n')[10]).toMatch(/ annex proposal check x$/)
  })

  it('gets every finding in the summary, as Markdown that cannot be broken out of', () => {
    const summary = githubSummary(MANY, 'annex validate', '3 files, <b> looked at.')
    expect(summary.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(MANY.length + 2)
    expect(summary).not.toMatch(/<b>|(?!\n)[\p{Cc}\p{Cf}]/u)
    expect(githubSummary([], 'annex validate', '3 files')).toContain('nothing found')
  })
})

describe('SARIF', () => {
  // The published schema is of an older draft of JSON Schema, of which it uses nothing that has changed since.
  const { $schema, id, ...schema } = JSON.parse(
    readFileSync(new URL('../../fixtures/sarif-2.1.0.schema.json', import.meta.url), 'utf8'),
  )
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  const isSarif = ajv.compile(schema)
  const tool = {
    version: '1.0.0',
    rules: [{ id: 'text/number-unique', level: 'error', title: 'T', why: 'W' } as const],
  }

  it('keeps to the schema of SARIF 2.1.0', () => {
    expect(isSarif(sarif(MANY, tool)), JSON.stringify(isSarif.errors)).toBe(true)
    expect(isSarif(sarif([], tool))).toBe(true)
    expect(isSarif(sarif([{ ...NOWHERE, at: { file: HOSTILE } }], tool)), JSON.stringify(isSarif.errors)).toBe(true)
    expect(isSarif({ version: '2.1.0' })).toBe(false)
  })

  it('refers each result to its rule, known or not, and to its place', () => {
    const text = JSON.stringify(sarif(MANY, tool))
    const { rules } = JSON.parse(text).runs[0].tool.driver
    for (const { ruleId, ruleIndex } of JSON.parse(text).runs[0].results) expect(rules[ruleIndex].id).toBe(ruleId)
    expect(text).toContain('"uri":"annexes/a%20b.yaml"')
    expect(text).toContain('"region":{"startLine":3,"startColumn":3,"endLine":3,"endColumn":8}')
  })
})

describe('JSON, in each of its forms', () => {
  it('says hostile words without sending one control to a terminal', () => {
    const words = `${HOSTILE}\u009b2J\u007f\u{e0041}`
    const report = [gitlabCodeQuality([found('error', 4, words)]), findingsJson([found('error', 4, words)], 1)]
    const text = jsonText(report)
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u)
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)))
  })
})

describe('GitLab', () => {
  it('ends each sentence by one stop', () => {
    const told = gitlabCodeQuality([{ ...NOWHERE, message: 'It is closed.', hint: 'Leave it.' }, NOWHERE])
    expect(told.map((one) => Reflect.get(one, 'description'))).toEqual(Array(2).fill('It is closed. Leave it.'))
  })

  it('gets what its report format asks for, hostile words and all', () => {
    // GitLab, "Code Quality": the fields of a report that it reads.
    const text = { type: 'string', minLength: 1 }
    const lines = { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } }
    const isReport = new Ajv().compile({
      type: 'array',
      items: {
        type: 'object',
        required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
        properties: {
          ...{ description: text, check_name: text, fingerprint: text },
          severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
          location: { type: 'object', required: ['path', 'lines'], properties: { path: text, lines } },
        },
      },
    })
    expect(isReport(gitlabCodeQuality(MANY)), JSON.stringify(isReport.errors)).toBe(true)
  })

  it('gets a list of findings that each have a severity, a path, a line and a fingerprint of their own', () => {
    const report = gitlabCodeQuality([...MANY, found('error', 5)])
    const fingerprints = report.map((one) => Reflect.get(one, 'fingerprint'))
    expect(new Set(fingerprints).size).toBe(report.length)
    for (const one of report) {
      expect(one).toMatchObject({
        check_name: expect.any(String),
        location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
      })
      expect(['info', 'minor', 'critical']).toContain(Reflect.get(one, 'severity'))
    }
  })
})

describe('JUnit', () => {
  const report = junit(MANY, ['annexes/a b.yaml', 'annexes/fine.yaml'])

  it('counts what it holds', () => {
    expect(report).toContain('<testsuites name="annex validate" tests="6" failures="4">')
    expect(report.match(/<testcase /g)).toHaveLength(6)
    expect(report.match(/<failure /g)).toHaveLength(4)
    expect(report).toContain('<testcase classname="annexes/fine.yaml" name="valid"/>')
  })

  it('says what found them', () => {
    expect(junit(MANY, [], 'annex proposal check x')).toContain('<testsuites name="annex proposal check x" ')
  })

  it('is XML that another program reads, its hostile words whole', () => {
    const document = XmlDocument.fromString(
      junit([found('error', 4, HOSTILE), { ...NOWHERE, at: { file: HOSTILE } }], []),
    )
    try {
      const message = document.get('//testcase[contains(@name, ":4:3")]/failure/@message')?.content ?? ''
      expect(message).toContain('<b>&"\' ::error:: | `x` %0A,')
      expect(document.find('//testsuite/testcase/failure')).toHaveLength(2)
    } finally {
      document.dispose()
    }
  })

  it('holds nothing that XML forbids, and no markup out of data', () => {
    expect(report).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|\p{Cf}/u)
    expect(report).toContain('␛[31m')
    expect(report).toContain('⟨U+202E⟩')
    expect(report).not.toContain('<b>')
    expect(report).toContain('&lt;b&gt;&amp;&quot;&#39;')
  })
})

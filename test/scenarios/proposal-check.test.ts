import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, annexWith, exerciseRepository, git, newFolder } from './annex.ts'

const CHECK = ['proposal', 'check', 'add-budapest', '--as-of', '2021-01-15']
const FILE = 'annexes/annex-1.yaml'

interface Found {
  findings: { rule: string; level: string; file: string; line: number; message: string }[]
  summary: { errors: number; files: number }
  commit: string
  notJudged: string | null
}

describe('proposal check reports the findings of the law on their lines', () => {
  let folder: string
  let line: number

  const checked = (...words: string[]) => annexJson(folder, ...CHECK, ...words).json as Found

  beforeEach(() => {
    folder = exerciseRepository()
    const about = '--basis 70.1 --document annex-1 --by FRA --title T --statement S'.split(' ')
    annexDone(folder, 'proposal', 'new', 'add-budapest', ...about)
    annexDone(folder, 'entry', 'add', 'annex-1', 'budapest-2001', '--text', 'Convention on  Cybercrime')
    annexDone(folder, 'proposal', 'commit', '-m', 'Add an instrument without saying that it is in force')
    line = 1 + readFileSync(join(folder, FILE), 'utf8').split('\n').indexOf('  - id: budapest-2001')
  })

  it('in every format that validate has, for people and for hosts', () => {
    const inForm = (format: string) => annex(folder, ...CHECK, '--format', format)
    const github = inForm('github')
    expect(github.status).toBe(1)
    expect(github.stdout).toMatch(
      new RegExp(`^::error file=${FILE},line=${line},.*title=law/70-3-in-force \\[70\\(3\\)\\]::`, 'm'),
    )
    expect(github.stdout).toMatch(/^add-budapest at [0-9a-f]{12}, checked as of 2021-01-15: /m)
    const gitlab = JSON.parse(inForm('gitlab').stdout)
    const found = {
      check_name: 'law/70-3-in-force',
      location: { path: FILE, lines: expect.objectContaining({ begin: line }) },
    }
    expect(gitlab).toContainEqual(expect.objectContaining(found))
    expect(inForm('sarif').stdout).toMatch(/"ruleId": "law\/70-3-in-force"/)
    expect(inForm('junit').stdout).toMatch(
      new RegExp(`<testsuites name="annex proposal check add-budapest"[^]*name="law/70-3-in-force:${line}:`),
    )
    expect(inForm('text').stdout).toMatch(new RegExp(`^${FILE}:${line}:\\d+: error: [^\\n]*\\n +${line} \\| `, 'm'))
    expect(JSON.parse(inForm('json').stdout)).toEqual(checked())
  })

  it("and writes the job's summary", () => {
    const GITHUB_STEP_SUMMARY = join(newFolder(), 'summary.md')
    annexWith({ GITHUB_STEP_SUMMARY }, folder, ...CHECK, '--format', 'github')
    expect(readFileSync(GITHUB_STEP_SUMMARY, 'utf8')).toMatch(
      new RegExp(`^### annex proposal check add-budapest: 2 errors[^]*${FILE}:${line} .*law/70-3-in-force`),
    )
  })

  it('says which commit it judged', () => {
    const tip = git(folder, 'rev-parse', 'HEAD').trim()
    expect(annex(folder, ...CHECK).stdout).toContain(`at ${tip.slice(0, 12)}, checked`)
    writeFileSync(join(folder, FILE), `${readFileSync(join(folder, FILE), 'utf8')}# edited\n`)
    expect(annex(folder, ...CHECK).stdout).toContain(`in the work tree (edited since ${tip.slice(0, 12)}), checked`)
    expect(checked().commit).toBe(tip)
  })

  it('with --all, together with the findings of validate, each once', () => {
    const key = ({ rule, file, line, message }: Found['findings'][number]) => `${rule} ${file}:${line} ${message}`
    const law = checked().findings.map(key)
    const files = (annexJson(folder, 'validate').json as Found).findings.map(key)
    const both = law.filter((one) => files.includes(one))
    expect(both.join('\n')).toContain('text/doubled-space')
    expect(checked('--all').findings.map(key).sort()).toEqual([...new Set([...law, ...files])].sort())
    const { stdout } = annex(folder, ...CHECK, '--all', '--format', 'github')
    expect(stdout.match(/^::error /gm)).toHaveLength(checked().summary.errors)
    expect(stdout.match(/^::/gm)).toHaveLength(10)
    expect(stdout.indexOf('::error')).toBe(0)
  })

  it('with --all, says what is wrong with a file that is too broken for the law to be applied', () => {
    const file = 'annexes/proposals/add-budapest/proposal.yaml'
    writeFileSync(join(folder, file), 'proposal: add-budapest\nbasis: [\n')
    git(folder, 'commit', '--quiet', '--all', '--message', 'Break it')
    expect(annex(folder, ...CHECK)).toMatchObject({ status: 2, stdout: '' })
    const { status, stdout, stderr } = annex(folder, ...CHECK, '--all', '--format', 'github')
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^::error file=${file},line=\\d`))
    expect(stdout).toMatch(
      /checked as of 2021-01-15: 1 error, .*; the law was not applied: annexes\/proposals\/.*\.\n$/,
    )
    expect(checked('--all').notJudged).toContain(file)
  })
})

import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexWith, git, newFolder, newRepository } from '../scenarios/annex.ts'

const FORMATS = ['github', 'gitlab', 'sarif', 'junit'] as const

/** The files that findings are said of, in any format. */
function filesIn(told: string): string[] {
  const places = told.matchAll(/file=([^,]*)|"path": "([^"]*)"|"uri": "([^"]*)"|classname="([^"]*)"/g)
  return [...new Set([...places].map(([, ...found]) => found.find((file) => file !== undefined) ?? ''))].sort()
}

describe('a host gets each file by its path from the root of the work tree', () => {
  let folder: string

  beforeAll(() => {
    folder = newRepository()
  })

  it.each(FORMATS)('%s: a file named from another folder, from this one, or by its full path', (format) => {
    for (const [where, path] of [
      [join(folder, 'annexes'), 'article-4.yaml'],
      [join(folder, 'annexes/register'), '../article-4.yaml'],
      [newFolder(), join(folder, 'annexes/article-4.yaml')],
    ] as const) {
      const { status, stdout } = annex(where, 'validate', path, '--format', format)
      expect({ status, files: filesIn(stdout) }).toEqual({ status: 0, files: ['annexes/article-4.yaml'] })
    }
  })

  it.each(FORMATS)('%s: a treaty that is kept in a folder of a larger repository', (format) => {
    const larger = newFolder()
    git(larger, 'init', '--quiet')
    const law = join(larger, 'law')
    mkdirSync(law)
    renameSync(join(newRepository(), 'annexes'), join(law, 'annexes'))
    for (const told of [
      annex(larger, 'validate', '--repo', 'law', '--format', format).stdout,
      annex(join(law, 'annexes/register'), 'validate', '--format', format).stdout,
      annex(larger, 'validate', '--repo', 'law', 'annexes/annex-1.yaml', '--format', format).stdout,
    ]) {
      const files = filesIn(told)
      expect(files).toContain('law/annexes/annex-1.yaml')
      for (const file of files) expect(file).toMatch(/^law\/annexes\//)
    }
  })

  it.each(FORMATS)('%s: a revision from a folder below, and a file that is in no work tree', (format) => {
    const { stdout } = annex(join(folder, 'annexes'), 'validate', '--at', 'annex-1/v1', '--format', format)
    for (const file of filesIn(stdout)) expect(file).toMatch(/^annexes\//)
    const alone = newFolder()
    renameSync(join(newRepository(), 'annexes/article-4.yaml'), join(alone, 'article-4.yaml'))
    expect(filesIn(annex(alone, 'validate', 'article-4.yaml', '--format', format).stdout)).toEqual(['article-4.yaml'])
  })

  it('people and scripts get the path that they gave', () => {
    const where = join(folder, 'annexes')
    expect(annex(where, 'validate', 'article-4.yaml').stdout).toMatch(/^article-4\.yaml:\d/)
    expect(annex(where, 'validate', 'article-4.yaml', '--json').stdout).toContain('"file": "article-4.yaml"')
    expect(annex(where, 'validate', 'article-4.yaml', '--format', 'json').stdout).toContain('"file": "article-4.yaml"')
  })
})

describe("the job's summary on GitHub", () => {
  const validate = (GITHUB_STEP_SUMMARY: string) =>
    annexWith({ GITHUB_STEP_SUMMARY }, newRepository(), 'validate', '--format', 'github')

  it('holds what was found', () => {
    const file = join(newFolder(), 'summary.md')
    expect(validate(file)).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(file, 'utf8')).toMatch(/^### annex validate: 17 notes\n\n5 files: 17 notes/)
  })

  it('does not change the exit code when it cannot be written', () => {
    const { status, stdout, stderr } = validate(join(newFolder(), 'absent/summary.md'))
    expect(stdout).toMatch(/^::notice file=annexes/)
    expect(stderr).toMatch(/^annex: cannot write the job summary to [^\n]*\(ENOENT\); [^\n]*\n$/)
    expect(status).toBe(0)
  })
})

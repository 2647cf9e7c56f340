import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { git, type Run } from '../../scenarios/annex.ts'
import { checkedOut, origin, packedProgram, ranFrom, runScript } from './host.ts'

describe('what GitLab runs', () => {
  let repository: ReturnType<typeof origin>
  let script: string[]
  let packed: string

  beforeAll(() => {
    packed = packedProgram()
    repository = origin('--ci', 'gitlab', '--hooks', 'lefthook')
    script = parse(readFileSync(join(repository.folder, '.gitlab-ci.yml'), 'utf8')).annex.script
  })

  /** Its runner fetches one branch, checks out its commit, and runs the lines in one shell that stops at the first that fails. */
  const run = async (branch: string, ...options: string[]): Promise<Run & { folder: string }> => {
    const { folder, commit } = checkedOut(repository.folder, branch, '--single-branch', ...options)
    return { folder, ...(await job(folder, branch, commit)) }
  }

  const job = (folder: string, branch: string, commit: string): Promise<Run> =>
    runScript(script.join('\n'), folder, {
      CI_COMMIT_REF_NAME: branch,
      CI_COMMIT_SHA: commit,
      CI_PROJECT_DIR: folder,
      CI_JOB_TOKEN: 'secret',
      PACKAGE: packed,
    })

  const reportIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'))

  it('passes a sound proposal, and leaves a report of code quality', async () => {
    const { status, stdout, folder } = await run('proposal/sound')
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('sound at ') })
    expect(reportIn(folder)).toEqual(expect.arrayContaining([expect.objectContaining({ severity: 'info' })]))
    expect(ranFrom(folder)).toBeNull()
  })

  it('passes a branch that changes no record, and holds one that does to the law', async () => {
    expect(await run('explained')).toMatchObject({ status: 0 })
    expect(await run('edited')).toMatchObject({ status: 1, stdout: expect.stringContaining('verify/document-edited') })
  })

  it('fails a proposal that the law refuses, and says so on its line in the report', async () => {
    const { status, stdout, folder } = await run('proposal/unsound')
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringContaining('[70(3)]') })
    const location = { path: 'annexes/annex-1.yaml', lines: expect.anything() }
    const found = { check_name: 'law/70-3-in-force', severity: 'critical', location }
    expect(reportIn(folder)).toContainEqual(expect.objectContaining(found))
  })

  it('judges the commit that was pushed, in a build folder that its runner uses again', async () => {
    const branch = 'proposal/sound'
    const first = await run(branch)
    expect(first).toMatchObject({ status: 0 })
    // What a runner does before the next job (GIT_STRATEGY: fetch): branches that a script has made stay.
    git(first.folder, 'checkout', '--quiet', '--detach', 'origin/proposal/sound')
    appendFileSync(join(first.folder, 'annexes/readings.yaml'), '# More than the proposal is about.\n')
    git(first.folder, 'commit', '--quiet', '--all', '--message', 'Change more than the text')
    const pushed = git(first.folder, 'rev-parse', 'HEAD').trim()
    const second = await job(first.folder, branch, pushed)
    expect(second).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`sound at ${pushed.slice(0, 12)}`),
    })
    expect(second.stdout).toContain('law/nothing-else-changed')
  })

  it('never runs the name of a branch', async () => {
    const { status, stderr, folder } = await run(repository.hostile)
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('is not a proposal id') })
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })

  it('leaves the checkout as it was, and asks for history where it was cut off', async () => {
    const { status, stderr, folder } = await run('proposal/sound', '--depth', '1')
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('GIT_DEPTH') })
    expect(git(folder, 'status', '--porcelain', 'annexes')).toBe('')
  })
})

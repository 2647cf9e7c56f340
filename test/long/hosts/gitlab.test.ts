import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { git, type Run } from '../../scenarios/annex.ts'
import { checkedOut, origin, runScript } from './host.ts'

describe('what GitLab runs', () => {
  let repository: ReturnType<typeof origin>
  let script: string[]

  beforeAll(() => {
    repository = origin('--ci', 'gitlab', '--hooks', 'lefthook')
    script = parse(readFileSync(join(repository.folder, '.gitlab-ci.yml'), 'utf8')).annex.script
  })

  /** Its runner fetches one branch, checks out its commit, and runs the lines in one shell that stops at the first that fails. */
  const run = async (branch: string, ...options: string[]): Promise<Run & { folder: string }> => {
    const { folder, commit } = checkedOut(repository.folder, branch, '--single-branch', ...options)
    const environment = { CI_COMMIT_REF_NAME: branch, CI_COMMIT_SHA: commit }
    return { folder, ...(await runScript(script.join('\n'), folder, environment)) }
  }

  it('passes a sound proposal, and leaves a report of code quality', async () => {
    const { status, stdout, folder } = await run('proposal/sound')
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('sound, as it stands in') })
    const report = JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'))
    expect(report).toEqual(expect.arrayContaining([expect.objectContaining({ severity: 'info' })]))
  })

  it('fails a proposal that the law refuses', async () => {
    expect(await run('proposal/unsound')).toMatchObject({ status: 1, stdout: expect.stringContaining('[70(3)]') })
  })

  it('runs nothing that a branch is named', async () => {
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

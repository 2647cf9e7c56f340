import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { git, home, newFolder, type Run } from '../../scenarios/annex.ts'
import { serveComments } from './comments-server.ts'
import { checkedOut, filledIn, origin, packedProgram, ranFrom, runScript } from './host.ts'

interface Step {
  id?: string
  uses?: string
  name?: string
  if?: string
  run?: string
  env?: Record<string, string>
}

const PACKAGE = `treaty-annex@${JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version}`
const action = parse(readFileSync(join(home, 'action.yml'), 'utf8'))

let repository: ReturnType<typeof origin>
let workflow: { permissions: unknown; jobs: { validate: { steps: Step[] } } }
/** The program as the installing step left it. */
let program: string
let installed: ReturnType<typeof checkedOut>

beforeAll(async () => {
  repository = origin()
  installed = checkedOut(repository.folder, 'proposal/sound')
  const output = join(newFolder(), 'output')
  const [run] = await runSteps(action.runs.steps.slice(1, 2), installed, 'proposal/sound', {
    GITHUB_OUTPUT: output,
    PACKAGE: packedProgram(),
  })
  expect(run).toMatchObject({ status: 0 })
  program = readFileSync(output, 'utf8').replace(/^program=(.*)\n$/, '$1')
  workflow = parse(readFileSync(join(repository.folder, '.github/workflows/annex.yml'), 'utf8'))
})

/** What GitHub tells the steps about a pull request. */
function pullRequest(branch: string, commit: string): Record<string, string> {
  return {
    'inputs.package': action.inputs.package.default,
    'inputs.as-of': action.inputs['as-of'].default,
    'inputs.token': 'secret',
    'github.action_path': home,
    'steps.version.outputs.package': PACKAGE,
    'steps.annex.outputs.program': program,
    'github.head_ref': branch,
    'github.head_ref || github.ref_name': branch,
    'github.event.pull_request.head.sha || github.sha': commit,
    'github.event.pull_request.number': '7',
  }
}

/** Runs those steps that are scripts, in order, with the environment that each asks for. */
async function runSteps(
  steps: Step[],
  at: { folder: string; commit: string },
  branch: string,
  more = {},
  inputs: Readonly<Record<string, string>> = {},
): Promise<Run[]> {
  const runs: Run[] = []
  for (const { run, env = {} } of steps) {
    if (run === undefined) continue
    const event = { ...pullRequest(branch, at.commit), ...inputs }
    const filled = Object.entries(env).map(([name, value]) => [name, filledIn(value, event)])
    runs.push(await runScript(run, at.folder, { GITHUB_WORKSPACE: at.folder, ...Object.fromEntries(filled), ...more }))
  }
  return runs
}

/** Those that run on a proposal's branch: the changelog is held to the record on main alone. */
function onProposal(steps: readonly Step[]): Step[] {
  return steps.filter(({ if: when = '' }) => !when.includes("github.ref == 'refs/heads/main'"))
}

describe('what GitHub runs', () => {
  const steps: Step[] = onProposal(action.runs.steps).slice(2, 3)

  it('is the package at the version of the action, unless another is requested', async () => {
    for (const [asked, used] of [
      ['', PACKAGE],
      ['treaty-annex@9.9.9', 'treaty-annex@9.9.9'],
    ] as const) {
      const file = join(newFolder(), 'output')
      const at = { folder: repository.folder, commit: '' }
      await runSteps(action.runs.steps.slice(0, 1), at, 'main', { GITHUB_OUTPUT: file }, { 'inputs.package': asked })
      expect(readFileSync(file, 'utf8')).toBe(`package=${used}\n`)
    }
  })

  it('puts no value from an event into a script', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${' + '{')
  })

  it('is the same in the action and in the workflow that annex init writes', () => {
    const scripts = workflow.jobs.validate.steps.flatMap(({ run }) => run ?? [])
    expect(scripts).toEqual(action.runs.steps.slice(1, 4).map(({ run }: Step) => run))
    expect(workflow.jobs.validate.steps.find(({ id }) => id === 'annex')?.env).toEqual({ PACKAGE })
  })

  it('uses actions by the hash of their commit, with no more rights than to read', () => {
    const used = workflow.jobs.validate.steps.flatMap(({ uses }) => uses ?? [])
    expect(used).toHaveLength(2)
    for (const each of used) expect(each).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
    expect(workflow.permissions).toEqual({ contents: 'read' })
  })

  it('gives the token to the last step alone, which does not run the program', () => {
    const withToken = action.runs.steps.filter((step: Step) => JSON.stringify(step).includes('inputs.token'))
    expect(withToken).toEqual([action.runs.steps.at(-1)])
    expect(withToken[0].run).not.toMatch(/annex/i)
    expect(withToken[0].env).not.toHaveProperty('ANNEX')
  })

  it('runs nothing that the branch contains, and obeys no configuration of it', async () => {
    expect(ranFrom(installed.folder)).toBeNull()
    expect(program.startsWith(installed.folder)).toBe(false)
    const runs = await runSteps(steps, installed, 'proposal/sound')
    expect(runs).toMatchObject([{ status: 0, stderr: '' }])
    expect(ranFrom(installed.folder)).toBeNull()
  })

  it('passes a sound proposal, also from a fork, whose branch is not among those fetched', async () => {
    const at = checkedOut(repository.folder, 'proposal/sound')
    git(at.folder, 'update-ref', '-d', 'refs/remotes/origin/proposal/sound')
    const runs = await runSteps(steps, at, 'proposal/sound')
    expect(runs.map(({ status }) => status)).toEqual([0])
    expect(runs[0]?.stdout).toMatch(new RegExp(`^sound at ${at.commit.slice(0, 12)}, checked as of`, 'm'))
  })

  it('passes it by the workflow as well', async () => {
    const at = checkedOut(repository.folder, 'proposal/sound')
    const runs = await runSteps(onProposal(workflow.jobs.validate.steps).slice(-1), at, 'proposal/sound')
    expect(runs.map(({ status }) => status)).toEqual([0])
  })

  it('fails a proposal that the law refuses, and says by which provision', async () => {
    const runs = await runSteps(steps, checkedOut(repository.folder, 'proposal/unsound'), 'proposal/unsound')
    expect(runs.map(({ status }) => status)).toEqual([1])
    expect(runs[0]?.stdout).toMatch(/^::error file=annexes\/annex-1\.yaml,line=\d+,.*\[70\(3\)\]/m)
  })

  it.each([
    'detached at another commit',
    'on the branch',
  ])('judges the commit that the host names, whatever the branch held in an earlier job: HEAD %s', async (where) => {
    const at = checkedOut(repository.folder, 'proposal/unsound')
    git(at.folder, 'branch', 'proposal/unsound', 'origin/proposal/sound')
    if (where === 'on the branch') git(at.folder, 'checkout', '--quiet', '-B', 'proposal/unsound', at.commit)
    const [run] = await runSteps(steps, at, 'proposal/unsound')
    expect(run?.stdout).toContain(`unsound at ${at.commit.slice(0, 12)}, checked`)
    expect(run?.status).toBe(1)
  })

  it('judges as of the requested day, and refuses anything that is not a day', async () => {
    const at = checkedOut(repository.folder, 'proposal/sound')
    const asOf = (day: string) => runSteps(steps, at, 'proposal/sound', {}, { 'inputs.as-of': day })
    expect((await asOf('2021-01-15'))[0]?.stdout).toContain('checked as of 2021-01-15')
    expect((await asOf('2021-02-29 --json'))[0]).toMatchObject({ status: 2 })
  })

  it('annotates a broken file on its line', async () => {
    const at = checkedOut(repository.folder, 'main')
    const file = join(at.folder, 'annexes/annex-1.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('  - id: hague-1970', '  - idd: hague-1970'))
    const [validated] = await runSteps(steps, at, 'main')
    expect(validated?.status).toBe(1)
    expect(validated?.stdout).toMatch(/^::error file=annexes\/annex-1\.yaml,line=\d+,/m)
  })

  it('annotates a file of a proposal that is too broken for the law to be asked', async () => {
    const at = checkedOut(repository.folder, 'proposal/sound')
    const file = 'annexes/proposals/sound/proposal.yaml'
    writeFileSync(join(at.folder, file), 'proposal: [\n')
    git(at.folder, 'commit', '--quiet', '--all', '--message', 'Break it')
    const commit = git(at.folder, 'rev-parse', 'HEAD').trim()
    const [run] = await runSteps(steps, { ...at, commit }, 'proposal/sound')
    expect(run).toMatchObject({ status: 1, stdout: expect.stringContaining(`::error file=${file},line=`) })
  })

  it('never runs the name of a branch', async () => {
    const { folder, hostile } = repository
    const at = checkedOut(folder, hostile)
    const runs = await runSteps(steps, at, hostile)
    expect(runs.map(({ status }) => status)).toEqual([2])
    expect(runs[0]?.stderr).toMatch(/^annex: .* is not a proposal id; .*\n$/)
    expect(existsSync(join(at.folder, 'pwned'))).toBe(false)
  })

  it('treats a branch that is named like a flag as a branch', async () => {
    const at = checkedOut(repository.folder, 'proposal/sound')
    const runs = await runSteps(steps, at, 'proposal/--help')
    expect(runs[0]?.stderr).toMatch(/^annex: "--help" is not a proposal id; .*\n$/)
  })

  it('says fetch-depth: 0 where the law needs history and the clone is shallow', async () => {
    const runs = await runSteps(
      steps,
      checkedOut(repository.folder, 'proposal/sound', '--depth', '1'),
      'proposal/sound',
    )
    expect(runs.map(({ status }) => status)).toEqual([2])
    expect(runs[0]?.stderr).toMatch(/^(?:annex: .*shallow.*`fetch-depth: 0`.*\n)+$/)
  })

  it.each(['main', 'explained'])('passes the branch %s, which changes the record by no other way', async (branch) => {
    const runs = await runSteps(steps, checkedOut(repository.folder, branch), branch)
    expect(runs).toMatchObject([{ status: 0, stderr: '' }])
  })

  it.each(['edited', 'main'])('holds another branch to the law as well, whatever its name: %s', async (name) => {
    const runs = await runSteps(steps, checkedOut(repository.folder, 'edited'), name)
    expect(runs).toMatchObject([{ status: 1, stdout: expect.stringContaining('verify/document-edited') }])
  })

  it('fails each branch while main itself is not sound', async () => {
    const forged = join(newFolder(), 'forged')
    git(repository.folder, 'clone', '--quiet', repository.folder, forged)
    for (const branch of ['edited', 'proposal/sound']) git(forged, 'branch', branch, `origin/${branch}`)
    git(forged, 'merge', '--quiet', 'edited')
    const runs = await runSteps(steps, checkedOut(forged, 'proposal/sound'), 'proposal/sound')
    expect(runs).toMatchObject([{ status: 1, stdout: expect.stringContaining('verify/document-edited') }])
  })
})

const MARKED = '<!-- treaty-annex: redline and status -->'

// Who an app's token is, GitHub does not say; who a person's is, it does.
describe.each([
  ['the token that a job is given', { type: 'Bot', id: 41898282 }, false],
  ["a person's token", { type: 'User', id: 7 }, true],
])('the comment on a pull request, by %s', (_, author, saysWho) => {
  const comments = [
    { id: 1, user: { type: 'User', id: 8 }, body: `${MARKED} mine` },
    { id: 2, user: author, body: 'of something else' },
  ]
  const state = { comments, author, saysWho, refuses: false }
  let server: Server
  let at: ReturnType<typeof checkedOut>

  beforeAll(async () => {
    at = checkedOut(repository.folder, 'proposal/sound')
    server = await serveComments(state)
  })

  afterAll(() => server.close())

  const comment = async (): Promise<Run | undefined> => {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const environment = {
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_REPOSITORY: 'un/convention',
      GITHUB_ACTION_PATH: home,
      RUNNER_TEMP: newFolder(),
    }
    const written = await runSteps(action.runs.steps.slice(4, 5), at, 'proposal/sound', environment)
    expect(written).toMatchObject([{ status: 0, stderr: '' }])
    const [run] = await runSteps(action.runs.steps.slice(5), at, 'proposal/sound', environment)
    return run
  }

  it('shows the redline and what the Convention says', async () => {
    expect(await comment()).toMatchObject({ status: 0, stderr: '' })
    expect(comments[2]?.body).toContain('hague-1970')
    expect(comments[2]?.body).toMatch(/## What the Convention says today\n\n```text\n[^`]*draft/)
  })

  it('is updated, and does not overwrite comments of others', async () => {
    expect(await comment()).toMatchObject({ status: 0, stderr: '' })
    expect(comments.map(({ body }) => body.endsWith('again'))).toEqual([false, false, true])
  })

  it('does not fail the job when a comment is not permitted', async () => {
    state.refuses = true
    expect(await comment()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^::notice .*403/m) })
  })
})

import { spawn } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { annexDone, CLERK, git, home, newFolder, type Run } from '../../scenarios/annex.ts'

const HOSTILE = ['proposal/x$(touch$', '{IFS}pwned)'].join('')

/** A repository with a proposal that is sound on any day, one that no day makes sound, and one whose branch has a hostile name. */
export function origin(...flags: string[]): { folder: string; hostile: string } {
  const folder = join(newFolder(), 'origin')
  annexDone(home, 'init', folder, ...flags)
  const about = ['--document', 'annex-1', '--title', 'A proposal', '--by']
  annexDone(folder, 'proposal', 'new', 'sound', ...about, 'depositary', '--basis', 'correction')
  const corrected = 'Convention for the Suppression of Unlawful Seizure of Aircraft (The Hague, 16 December 1970)'
  annexDone(folder, 'entry', 'reword', 'annex-1', 'hague-1970', '--text', corrected)
  annexDone(folder, 'proposal', 'commit', '-m', 'Correct a capital letter')
  annexDone(folder, 'proposal', 'new', 'unsound', ...about, 'FRA', '--basis', '70.1')
  annexDone(folder, 'entry', 'add', 'annex-1', 'budapest-2001', '--text', 'Convention on Cybercrime (Budapest, 2001)')
  annexDone(folder, 'proposal', 'commit', '-m', 'Add an instrument without saying that it is in force')
  git(folder, 'branch', HOSTILE, 'proposal/sound')
  git(folder, 'switch', '--quiet', 'main')
  return { folder, hostile: HOSTILE }
}

/** What a host checks out: a clone in a folder with a space in its name, HEAD detached at a branch's commit, no branch of its own. */
export function checkedOut(from: string, branch: string, ...options: string[]): { folder: string; commit: string } {
  const folder = join(newFolder(), 'check out')
  git(from, 'clone', '--quiet', '--branch', branch, ...options, pathToFileURL(from).href, folder)
  const commit = git(folder, 'rev-parse', 'HEAD').trim()
  git(folder, 'checkout', '--quiet', '--detach')
  git(folder, 'branch', '--quiet', '-D', branch)
  installPackage(folder)
  return { folder, commit }
}

/** The package as npx finds it, without a registry. */
function installPackage(folder: string): void {
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
  symlinkSync(home, join(folder, 'node_modules/treaty-annex'), 'junction')
  symlinkSync(join(home, 'bin/run.js'), join(folder, 'node_modules/.bin/annex'))
}

/** Runs a script as GitHub's runner does: `bash --noprofile --norc -eo pipefail FILE`. */
export function runScript(script: string, folder: string, environment: Record<string, string>): Promise<Run> {
  const file = join(newFolder(), 'step.sh')
  writeFileSync(file, script)
  const env = { ...process.env, ...CLERK, npm_config_offline: 'true', npm_config_loglevel: 'error', ...environment }
  return new Promise((done, failed) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], { cwd: folder, env })
    const out: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' }
    child.stdout.on('data', (bytes) => (out.stdout += bytes))
    child.stderr.on('data', (bytes) => (out.stderr += bytes))
    child.on('error', failed)
    child.on('close', (status) => done({ status, ...out }))
  })
}

/** Fills in the expressions of a value, as GitHub does. An expression that the event does not answer fails the test. */
export function filledIn(value: string, event: Readonly<Record<string, string>>): string {
  return value.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression) => {
    const filled = event[expression]
    if (filled === undefined) throw new Error(`the event does not answer ${expression}`)
    return filled
  })
}

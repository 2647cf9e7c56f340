import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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
  change(folder, 'edited', 'annexes/annex-1.yaml', (text) => text.replace('Aircraft', 'Air Craft'))
  change(folder, 'explained', 'README.md', (text) => `${text}\nThe office is open on weekdays.\n`)
  return { folder, hostile: HOSTILE }
}

/** A branch from main on which one file was edited by hand. */
function change(folder: string, branch: string, file: string, edit: (text: string) => string): void {
  git(folder, 'switch', '--quiet', '--create', branch, 'main')
  writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')))
  git(folder, 'commit', '--quiet', '--all', '--message', `Edit ${file}`)
  git(folder, 'switch', '--quiet', 'main')
}

/** What a host checks out: a clone in a folder with a space in its name, HEAD detached at a branch's commit, no branch of its own. */
export function checkedOut(from: string, branch: string, ...options: string[]): { folder: string; commit: string } {
  const folder = join(newFolder(), 'check out')
  git(from, 'clone', '--quiet', '--branch', branch, ...options, pathToFileURL(from).href, folder)
  const commit = git(folder, 'rev-parse', 'HEAD').trim()
  git(folder, 'checkout', '--quiet', '--detach')
  git(folder, 'branch', '--quiet', '-D', branch)
  plantTraps(folder)
  return { folder, commit }
}

/**
 * What a hostile branch contains: programs with the names that a careless script would run, and a configuration of npm that leads
 * elsewhere. Each of them leaves a mark.
 */
function plantTraps(folder: string): void {
  const mark = join(folder, '..', 'ran')
  const trap = `#!/bin/sh\nenv > '${mark}'\n`
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
  mkdirSync(join(folder, 'node_modules/treaty-annex/bin'), { recursive: true })
  for (const name of ['annex', 'npm', 'npx', 'node', 'git', 'treaty-annex']) {
    writeFileSync(join(folder, 'node_modules/.bin', name), trap, { mode: 0o755 })
  }
  writeFileSync(join(folder, 'node_modules/treaty-annex/bin/run.js'), `require('fs').writeFileSync('${mark}', '')\n`)
  const named = { name: 'treaty-annex', version: '0.1.0', bin: { annex: 'bin/run.js' } }
  writeFileSync(join(folder, 'node_modules/treaty-annex/package.json'), JSON.stringify(named))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { preinstall: trap, install: trap } }))
  writeFileSync(join(folder, '.npmrc'), `registry=http://127.0.0.1:9/\nscript-shell=${folder}/node_modules/.bin/node\n`)
}

/** Returns what a program of the branch saw of the environment, if one was run; null if none was. */
export function ranFrom(folder: string): string | null {
  const mark = join(folder, '..', 'ran')
  return existsSync(mark) ? readFileSync(mark, 'utf8') : null
}

/** Packs the program as it is published, for an installation without a registry: its commands need no other package. */
export function packedProgram(): string {
  const folder = newFolder()
  for (const name of ['bin', 'dist', 'oclif.manifest.json', 'annexes', 'schemas', 'templates']) {
    cpSync(join(home, name), join(folder, name), { recursive: true })
  }
  const { dependencies, devDependencies, scripts, ...described } = JSON.parse(
    readFileSync(join(home, 'package.json'), 'utf8'),
  )
  writeFileSync(join(folder, 'package.json'), JSON.stringify(described))
  const options = { cwd: folder, encoding: 'utf8' } as const
  const { stdout } = spawnSync('npm', ['pack', '--loglevel', 'error'], options)
  return join(folder, stdout.trim())
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

import { readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { NO_FILE, unlessMissing } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import type { Folders } from '../repository/repository.ts'
import { fitsPathPattern } from '../wildcards.ts'
import { normalKey, parseConfig, type Setting } from './parse.ts'

/** The settings of a repository, as git reads them. */
export interface Configuration {
  /** The last value given for `section.name` or `section.subsection.name`. */
  get(key: string): string | undefined
  getAll(key: string): string[]
  /** `true`, `yes`, `on`, `1` against `false`, `no`, `off`, `0` or nothing. */
  isOn(key: string, otherwise: boolean): boolean
  /** All keys that begin with `prefix`. */
  keys(prefix: string): string[]
  /** The settings of the repository's own files whose keys begin with `prefix`, in order. */
  own(prefix: string): Setting[]
}

/**
 * Reads system, user, repository and work tree settings, in that order, then those of GIT_CONFIG_COUNT. Reading a setting of the
 * repository's own files that names a program throws a GitError not-allowed, unless the user's `safe.directory` lists the
 * repository: a repository may come from anybody, with its configuration.
 */
export function readConfiguration(folders: Folders, environment: NodeJS.ProcessEnv = process.env): Configuration {
  const ofUser = userFiles(environment).flatMap((path) => readSettings(path, folders))
  const shared = readSettings(join(folders.commonDirectory, 'config'), folders)
  const perWorkTree = makeConfiguration(shared).isOn('extensions.worktreeconfig', false)
  const own = [...shared, ...(perWorkTree ? readSettings(join(folders.gitDirectory, 'config.worktree'), folders) : [])]
  const given = settingsFromEnvironment(environment)
  const safe = makeConfiguration([...ofUser, ...given]).getAll('safe.directory')
  const programs = new Set<Setting>(own.filter(({ key }) => namesProgram(key)))
  const refused = programs.size > 0 && !isListed(folders, safe) ? programs : new Set<Setting>()
  const check = (setting: Setting) => {
    if (refused.has(setting)) throw notTrusted(folders, setting.key)
  }
  return makeConfiguration([...ofUser, ...own, ...given], { own, check })
}

/** Reads only the repository's own file. */
export function readOwnConfiguration(folders: Folders): Configuration {
  return makeConfiguration(readSettings(join(folders.commonDirectory, 'config'), folders))
}

/**
 * Reads the settings on the work tree's location (`core.worktree`, `core.bare`). For a linked work tree, only its own file
 * counts: the repository's file is about the main one (git-worktree(1), "CONFIGURATION FILE").
 */
export function readWorkTreeConfiguration(folders: Folders): Configuration {
  const own = readSettings(join(folders.commonDirectory, 'config'), folders)
  const perWorkTree = makeConfiguration(own).isOn('extensions.worktreeconfig', false)
  return makeConfiguration([
    ...(folders.gitDirectory === folders.commonDirectory ? own : []),
    ...(perWorkTree ? readSettings(join(folders.gitDirectory, 'config.worktree'), folders) : []),
  ])
}

interface OwnSettings {
  own: readonly Setting[]
  /** Throws for a setting that must not be read. */
  check(setting: Setting): void
}

function makeConfiguration(
  settings: readonly Setting[],
  { own, check }: OwnSettings = { own: settings, check: () => undefined },
): Configuration {
  const followed = (setting: Setting): string => {
    check(setting)
    return setting.value
  }
  const get = (key: string) => {
    const last = settings.findLast((setting) => setting.key === key)
    return last === undefined ? undefined : followed(last)
  }
  return {
    get,
    getAll: (key) => settings.filter((setting) => setting.key === key).map(followed),
    isOn(key, otherwise) {
      const value = get(key)?.toLowerCase()
      return value === undefined ? otherwise : !['false', 'no', 'off', '0', ''].includes(value)
    },
    keys: (prefix) => [...new Set(settings.map((setting) => setting.key).filter((key) => key.startsWith(prefix)))],
    own: (prefix) =>
      own
        .filter(({ key }) => key.startsWith(prefix))
        .map((setting) => ({ key: setting.key, value: followed(setting) })),
  }
}

function userFiles(environment: NodeJS.ProcessEnv): string[] {
  const home = environment.HOME ?? homedir()
  const system = environment.GIT_CONFIG_NOSYSTEM ? [] : [environment.GIT_CONFIG_SYSTEM ?? '/etc/gitconfig']
  if (environment.GIT_CONFIG_GLOBAL !== undefined) return [...system, environment.GIT_CONFIG_GLOBAL]
  return [
    ...system,
    join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'git', 'config'),
    join(home, '.gitconfig'),
  ]
}

const DEEPEST_INCLUDE = 10

/** @param within the files that include this one: no file includes itself */
function readSettings(path: string, folders: Folders, within: readonly string[] = []): Setting[] {
  // Another kind of file could be endless, or wait for a writer.
  const read = () => (statSync(path).isFile() ? readFileSync(path, 'utf8') : null)
  const text = unlessMissing(read, null, [...NO_FILE, 'EACCES', 'ELOOP', 'ERR_INVALID_ARG_VALUE'])
  if (text === null) return []
  const files = [...within, path]
  return parseConfig(text).flatMap((setting) => {
    if (files.length > DEEPEST_INCLUDE || !includes(setting, folders, path)) return [setting]
    const included = expand(setting.value, path)
    return files.includes(included) ? [setting] : [setting, ...readSettings(included, folders, files)]
  })
}

/** Returns whether a setting includes a file: `include.path`, or `includeIf` by the repository's place (git-config(1)). */
function includes(setting: Setting, folders: Folders, from: string): boolean {
  if (setting.key === 'include.path') return true
  const pattern = /^includeif\.gitdir:(.*)\.path$/s.exec(setting.key)?.[1]
  if (pattern === undefined) return false
  const full = placePattern(pattern, from)
  return fitsPathPattern(pattern.endsWith('/') ? `${full.replace(/\/$/, '')}/**` : full, folders.gitDirectory)
}

/** Returns a full pattern. One that starts with none of `/`, `~/` and `./` matches below any folder. */
function placePattern(pattern: string, from: string): string {
  if (pattern.startsWith('./')) return `${dirname(from)}${pattern.slice(1)}`
  return pattern.startsWith('~/') || isAbsolute(pattern) ? expand(pattern, from) : `**/${pattern}`
}

function expand(path: string, from: string): string {
  if (path.startsWith('~/')) return join(process.env.HOME ?? homedir(), path.slice(2))
  if (path.startsWith('./') || !isAbsolute(path)) return resolve(dirname(from), path)
  return path
}

function settingsFromEnvironment(environment: NodeJS.ProcessEnv): Setting[] {
  const count = Math.min(Number(environment.GIT_CONFIG_COUNT ?? 0) || 0, 1000)
  return Array.from({ length: count }, (_, index) => ({
    key: normalKey(environment[`GIT_CONFIG_KEY_${index}`] ?? ''),
    value: environment[`GIT_CONFIG_VALUE_${index}`] ?? '',
  }))
}

/**
 * The settings that name a program which this program would run (git-config(1)). Programs that other settings name are run by
 * git alone: docs/trust.md lists them.
 */
const PROGRAM = /^(?:gpg\.(?:[^.]+\.)?program|core\.(?:sshcommand|askpass)|credential\.(?:.*\.)?helper)$/s

function namesProgram(key: string): boolean {
  return PROGRAM.test(key)
}

/**
 * Returns whether `safe.directory` lists the repository.
 * @param safe the values in the configuration of system and user, in order
 */
function isListed(folders: Folders, safe: readonly string[]): boolean {
  // An empty value removes the ones before it.
  return safe.slice(safe.lastIndexOf('') + 1).some((value) => isNamed(value, folders.workTree))
}

function isNamed(value: string, workTree: string): boolean {
  if (value === '*') return true
  const path = value.startsWith('~/') ? join(homedir(), value.slice(2)) : value
  if (path.endsWith('/*')) return workTree.startsWith(path.slice(0, -1))
  return resolve(path) === workTree
}

function notTrusted({ workTree }: Folders, key: string): GitError {
  const message = `the repository's own configuration names a program in ${key}, which is not run`
  const remedy = `set ${key} in your own configuration (git config --global), or, if you trust .git/config, run git config --global --add safe.directory ${workTree}`
  return new GitError('not-allowed', message, remedy)
}

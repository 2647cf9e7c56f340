import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import { unlessMissing } from '../disk/durable.ts'
import { makeQuarantineFolder } from '../receive/quarantine.ts'
import type { Store } from '../repository/repository.ts'
import { programEnvironment, requireProgram } from './find-program.ts'

/** How to run the git program without the repository's own configuration and hooks. */
export interface IsolatedGit {
  program: string
  environment: NodeJS.ProcessEnv
  /** A folder that is not the work tree. */
  folder: string
  close(): void
}

/**
 * Makes a git directory without settings and hooks next to the repository's objects. Git reads the configuration of system and
 * user there, with the settings that are passed here. The directory is inside the repository's own, so that a user's
 * `includeIf "gitdir:..."` for a folder above still applies.
 * @param prefixes which of the repository's own settings are passed on
 * @throws GitError not-found without git, not-allowed for a setting that names a program
 */
export function isolateGit(
  folders: Store,
  configuration: Configuration,
  prefixes: readonly string[],
  purpose: string,
): IsolatedGit {
  const program = requireProgram('git', purpose, folders)
  const settings = prefixes.flatMap((prefix) => configuration.own(prefix))
  const folder = makeQuarantineFolder(folders)
  for (const name of ['objects', 'refs']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/none\n')
  unlessMissing(() => copyFileSync(join(folders.commonDirectory, 'shallow'), join(folder, 'shallow')), undefined)
  return {
    program,
    folder,
    environment: {
      ...withoutRepository(programEnvironment(folders)),
      GIT_DIR: folder,
      GIT_OBJECT_DIRECTORY: join(folders.commonDirectory, 'objects'),
      ...asVariables(settings),
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Variables that name a part of a repository (git(1), "The Git Repository"). */
const OF_A_REPOSITORY = ['GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_ALTERNATE_OBJECT_DIRECTORIES']

function withoutRepository(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !OF_A_REPOSITORY.includes(name)))
}

/** Returns settings as variables, before those that the user's environment has: the last one wins. */
function asVariables(settings: readonly { key: string; value: string }[]): NodeJS.ProcessEnv {
  const { GIT_CONFIG_COUNT, ...others } = process.env
  const given = Array.from({ length: Math.min(Number(GIT_CONFIG_COUNT ?? 0) || 0, 1000) }, (_, index) => ({
    key: others[`GIT_CONFIG_KEY_${index}`] ?? '',
    value: others[`GIT_CONFIG_VALUE_${index}`] ?? '',
  }))
  const all = [...settings, ...given]
  const variables = all.flatMap(({ key, value }, index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return Object.fromEntries([['GIT_CONFIG_COUNT', String(all.length)], ...variables])
}

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { CLERK, home, type Run } from './annex.ts'

/** Somebody who owns nothing here: nothing is refused to the superuser, whom tests in containers often run as. */
const NOBODY = 65_534
/** Only who may give files to others can let somebody meet those of another. */
export const isSuperuser = process.getuid?.() === 0

/**
 * Whether that somebody may run the program at all: not where the checkout, or Node itself, lies in a folder that is closed to
 * others.
 */
export const mayRun = !isSuperuser || reachesTheProgram()

function reachesTheProgram(): boolean {
  const words = [join(home, 'bin/run.js'), '--version']
  return spawnSync(process.execPath, words, { cwd: '/', uid: NOBODY, gid: NOBODY }).status === 0
}

/** Gives a folder and all in it to the user as whom `annexUnprivileged` runs. */
export function giveAway(folder: string): string {
  if (isSuperuser) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, join(folder, '..')])
  return folder
}

/** Runs the program as a user to whom the disk can refuse something. */
export function annexUnprivileged(folder: string, ...words: string[]): Run {
  return runUnprivileged(process.execPath, folder, join(home, 'bin/run.js'), ...words)
}

/** Runs git as that user. */
export function gitUnprivileged(folder: string, ...words: string[]): Run {
  return runUnprivileged('git', folder, ...words)
}

function runUnprivileged(program: string, folder: string, ...words: string[]): Run {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...CLERK, HOME: join(folder, '..') },
    input: '',
    ...(isSuperuser ? { uid: NOBODY, gid: NOBODY } : {}),
  })
  return { status, stdout, stderr }
}

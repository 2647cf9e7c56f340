import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { annexDone, exerciseRepository, git, newFolder } from '../scenarios/annex.ts'
import { nameTwice, swapInPack, writeLoose } from './objects.ts'
import { annexAs, commitAs } from './people.ts'

/** One step of an attack, in a work tree with main checked out. */
export type Step =
  /** Replaces words in a file. */
  | { edit: [file: string, from: string, to: string] }
  | { write: [file: string, text: string] }
  | { append: [file: string, text: string] }
  | { remove: string }
  | { move: [from: string, to: string] }
  /** Puts a symbolic link in the place of a file. */
  | { link: [file: string, target: string] }
  /** Commits everything with this subject, as `git commit --all` does. */
  | { commit: string }
  /** The same, with further options of git commit. */
  | { commitWith: [subject: string, ...options: string[]] }
  /** The same, by one of the people of keyed.ts: signed with the key of that name, and on that day. */
  | { commitAs: [who: string, subject: string, day?: string] }
  /** Runs a command of the program as one of them. */
  | { annexAs: [who: string, ...words: string[]] }
  | { git: string[] }
  /** Puts the bytes of another blob into the loose file of an object. */
  | { loose: [revision: string, text: string] }
  /** Packs the repository, and exchanges in the index of the pack where two objects are. */
  | { swapInPack: [one: string, other: string] }
  /** Commits to main a tree that has a second entry with the name of a file. */
  | { twice: [file: string, text: string] }

export const EVENTS = 'annexes/proposals/pending/events'

const NEW = [
  '--basis',
  '70.1',
  '--document',
  'annex-1',
  '--by',
  'FRA',
  '--statement',
  'Related to international crime.',
]
const FACTS = ['--done-at', 'Budapest', '--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']
const OBJECTORS = ['BRA', 'ARG', 'AUS', 'AUT', 'BEL', 'CAN', 'CHL', 'CHN', 'COL', 'CUB', 'CZE', 'DEU']

/**
 * A repository with an amendment that was adopted (adopted, annex-1/v2), one that objections stopped (blocked), one whose period runs (pending),
 * and a draft that was not circulated (draft). `start` is a branch at the commit before the first circulation.
 */
export function attackedRepository(): string {
  const folder = exerciseRepository()
  git(folder, 'branch', 'start')
  circulate(folder, 'adopted', 'Convention on Cybercrime', '2021-01-15')
  annexDone(folder, 'proposal', 'record', 'adopted', 'objection', '--party', 'BRA', '--on', '2021-02-01')
  annexDone(folder, 'proposal', 'adopt', 'adopted', '--as-of', '2021-08-14')
  circulate(folder, 'blocked', 'Convention on Blockades', '2021-09-01')
  for (const party of registered(folder, OBJECTORS)) {
    annexDone(folder, 'proposal', 'record', 'blocked', 'objection', '--party', party, '--on', '2021-10-01')
  }
  circulate(folder, 'pending', 'Convention on Delays', '2021-09-01')
  annexDone(folder, 'proposal', 'record', 'pending', 'objection', '--party', 'BRA', '--on', '2021-10-02')
  draft(folder, 'draft', 'Convention on Drafts')
  git(folder, 'switch', '-q', 'main')
  return folder
}

function registered(folder: string, codes: readonly string[]): string[] {
  const register = readFileSync(join(folder, 'annexes/register/parties.yaml'), 'utf8')
  const all = [...register.matchAll(/code: ([A-Z]{3})/g)].map(([, code = '']) => code)
  return [...new Set([...codes.filter((code) => all.includes(code)), ...all])].slice(0, 12)
}

function draft(folder: string, id: string, title: string): void {
  annexDone(folder, 'proposal', 'new', id, ...NEW, '--title', title)
  annexDone(folder, 'entry', 'add', 'annex-1', `${id}-entry`, '--text', title, ...FACTS)
  annexDone(folder, 'proposal', 'commit', '-m', `Draft ${id}`)
}

/** Drafts a proposal and circulates it. */
export function circulate(folder: string, id: string, title: string, on: string): void {
  draft(folder, id, title)
  annexDone(folder, 'proposal', 'circulate', id, '--on', on, '--ref', `X-${id}`)
  git(folder, 'switch', '-q', 'main')
}

/** A copy of a repository. */
export function copyOf(repository: string): string {
  const folder = join(newFolder(), 'convention')
  cpSync(repository, folder, { recursive: true })
  return folder
}

/** Takes the steps of an attack, as somebody with a shell and push rights would. */
export function take(folder: string, steps: readonly Step[]): void {
  for (const step of steps) takeOne(folder, step)
}

function takeOne(folder: string, step: Step): void {
  if ('git' in step) git(folder, ...step.git)
  else if ('loose' in step) writeLoose(folder, ...step.loose)
  else if ('swapInPack' in step) swapInPack(folder, ...step.swapInPack)
  else if ('twice' in step) nameTwice(folder, ...step.twice)
  else if ('commit' in step) commit(folder, step.commit)
  else if ('commitWith' in step) commit(folder, ...step.commitWith)
  else if ('commitAs' in step) commitAs(folder, ...step.commitAs)
  else if ('annexAs' in step) annexAs(folder, ...step.annexAs)
  else change(folder, step)
}

function commit(folder: string, subject: string, ...options: string[]): void {
  git(folder, 'add', '--all')
  git(folder, 'commit', '-q', '--allow-empty', '-m', subject, ...options)
}

function change(
  folder: string,
  step: Extract<
    Step,
    | { edit: unknown }
    | { write: unknown }
    | { append: unknown }
    | { remove: unknown }
    | { move: unknown }
    | { link: unknown }
  >,
) {
  const path = (file: string) => join(folder, file)
  if ('edit' in step) {
    const [file, from, to] = step.edit
    const text = readFileSync(path(file), 'utf8')
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`)
    writeFileSync(path(file), text.replace(from, to))
  } else if ('write' in step) write(path(step.write[0]), step.write[1])
  else if ('append' in step)
    write(path(step.append[0]), `${readFileSync(path(step.append[0]), 'utf8')}${step.append[1]}`)
  else if ('remove' in step) rmSync(path(step.remove), { recursive: true })
  else if ('move' in step) {
    mkdirSync(dirname(path(step.move[1])), { recursive: true })
    renameSync(path(step.move[0]), path(step.move[1]))
  } else {
    rmSync(path(step.link[0]), { force: true, recursive: true })
    symlinkSync(step.link[1], path(step.link[0]))
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

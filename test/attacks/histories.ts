import type { Attack } from './attacks.ts'
import { EVENTS, type Step } from './repository.ts'

const OBJECTION = `${EVENTS}/2021-10-02-objection-BRA.yaml`
const BLOCKED = 'annexes/proposals/blocked/proposal.yaml'
const PARTIES = 'annexes/register/parties.yaml'
const NEWCOMERS = ['TUN', 'TZA', 'UGA', 'URY', 'UZB', 'VNM', 'ZMB', 'ZWE']

const editIt: Step = { edit: [OBJECTION, 'BRA', 'FRA'] }

/** Two lines that start at main, each with a commit. */
const twoLines: Step[] = ['one', 'two'].flatMap((name): Step[] => [
  { git: ['switch', '-q', '-c', name, 'main'] },
  { write: [`${name}.md`, `${name}\n`] },
  { commit: `Write ${name}` },
])

const mergeInto = (name: string, others: string[], ...options: string[]): Step => ({
  git: ['merge', '-q', '--no-ff', ...options, '-m', `Merge into ${name}`, ...others],
})

/** Histories of an unusual shape. */
export const HISTORIES: readonly Attack[] = [
  {
    does: 'takes an objection back with git revert',
    steps: [{ git: ['revert', '--no-edit', 'main'] }],
    finds: 'verify/event-changed',
  },
  {
    does: 'drops an objection in a merge of three lines',
    steps: [
      ...twoLines,
      { git: ['switch', '-q', 'main'] },
      { commit: 'Go on' },
      mergeInto('main', ['one', 'two'], '--no-commit', '-s', 'ours'),
      { remove: OBJECTION },
      { commit: 'Merge three lines' },
    ],
    finds: 'verify/merge-keeps',
  },
  {
    does: 'drops an objection in a merge of lines that merged each other before',
    steps: [
      ...twoLines,
      { git: ['switch', '-q', '-c', 'both', 'one'] },
      mergeInto('both', ['two']),
      { git: ['switch', '-q', '-c', 'again', 'two'] },
      mergeInto('again', ['one']),
      { git: ['switch', '-q', 'main'] },
      mergeInto('main', ['both'], '--ff'),
      { commit: 'Go on' },
      mergeInto('main', ['again'], '--no-commit', '-s', 'ours'),
      { remove: OBJECTION },
      { commit: 'Merge again' },
    ],
    finds: 'verify/merge-keeps',
  },
  {
    does: 'edits an objection in a commit dated before the record',
    steps: [editIt, { commitWith: ['Tidy', '--date', '2001-01-01T00:00:00Z'] }],
    finds: 'verify/event-changed',
  },
  {
    does: 'edits an objection in a commit with another encoding',
    steps: [editIt, { git: ['-c', 'i18n.commitEncoding=ISO-8859-1', 'commit', '-q', '--all', '-m', 'Aendern'] }],
    finds: 'verify/event-changed',
  },
  {
    does: 'hides the commit that edits an objection with a replacement (git replace)',
    steps: [editIt, { commit: 'Tidy' }, { git: ['replace', 'main', 'main~1'] }],
    finds: 'verify/event-changed',
  },
  {
    does: 'hides the commit that edits an objection with other parents (git replace --graft)',
    steps: [
      editIt,
      { commit: 'Tidy' },
      { git: ['branch', 'tampered'] },
      { commit: 'Go on' },
      { git: ['replace', '--graft', 'main', 'main~2'] },
    ],
    finds: 'verify/event-changed',
    names: 'tampered',
  },
  {
    does: 'puts a submodule in the place of an objection',
    steps: [
      { remove: OBJECTION },
      { git: ['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},${OBJECTION}`] },
      { git: ['commit', '-q', '-m', 'Share it'] },
    ],
    finds: 'verify/plain-file',
  },
  {
    does: 'records a withdrawal dated before the adoption',
    steps: [
      { write: ['annexes/proposals/adopted/events/2021-03-01-withdrawn.yaml', 'event: withdrawn\non: 2021-03-01\n'] },
      { commit: 'Record a letter' },
    ],
    finds: 'verify/outcome-altered',
  },
  {
    does: 'registers Parties that were one before a closed proposal was blocked',
    steps: [
      { append: [BLOCKED, 'closed: It has ended\nclosedOn: 2022-03-02\n'] },
      { commit: 'Close' },
      {
        append: [
          PARTIES,
          NEWCOMERS.map((code) => `  - {code: ${code}, instrument: ratification, deposited: 2017-01-01}\n`).join(''),
        ],
      },
      { commit: 'Record instruments found in a drawer' },
    ],
    finds: 'verify/outcome-altered',
  },
]

/** Objects that are not what their ids say, and trees that can be read in two ways. */
export const OBJECTS: readonly Attack[] = [
  {
    does: 'puts other bytes into the loose object of an objection',
    steps: [{ loose: [`main:${OBJECTION}`, 'event: objection\non: 2021-10-02\nparty: FRA\n'] }],
    finds: 'verify/event-sound',
  },
  {
    does: "lets a pack's index find another object for an objection",
    steps: [{ swapInPack: [`main:${OBJECTION}`, 'main:annexes/proposals/blocked/events/2021-09-01-circulated.yaml'] }],
    finds: 'verify/event-sound',
  },
  {
    does: 'commits a tree that names an objection twice',
    steps: [{ twice: [OBJECTION, 'event: objection\non: 2021-10-02\nparty: FRA\n'] }],
    finds: 'verify/unreadable',
  },
]

import { AnnexError } from '../../../treaty/index.ts'
import { formatSignature, parseSignature, type Signature } from './signature.ts'

/** One commit as it stands in the history. */
export interface Commit {
  id: string
  tree: string
  parents: string[]
  author: Signature
  committer: Signature
  message: string
}

/** What a new commit says, before it has an id. */
export type NewCommit = Omit<Commit, 'id'>

/** Reads a commit object's bytes; signature headers are passed over. @throws AnnexError unreadable */
export function parseCommit(id: string, bytes: Buffer): Commit {
  const text = bytes.toString('utf8')
  const end = text.indexOf('\n\n')
  const head = end < 0 ? text : text.slice(0, end)
  const commit: Commit = { id, tree: '', parents: [], author: NOBODY, committer: NOBODY, message: '' }
  for (const line of head.split('\n')) readHeader(commit, line)
  if (commit.tree === '' || commit.committer === NOBODY) {
    throw new AnnexError('unreadable', `commit ${id} is damaged`, 'run `git fsck` and restore it from another clone')
  }
  commit.message = end < 0 ? '' : text.slice(end + 2)
  return commit
}

const NOBODY: Signature = { name: '', email: '', timestamp: 0, offset: 0 }

function readHeader(commit: Commit, line: string): void {
  const space = line.indexOf(' ')
  const value = line.slice(space + 1)
  switch (line.slice(0, space)) {
    case 'tree':
      commit.tree = value
      break
    case 'parent':
      commit.parents.push(value)
      break
    case 'author':
      commit.author = parseSignature(value)
      break
    case 'committer':
      commit.committer = parseSignature(value)
      break
  }
}

/** Writes a commit object's bytes; the message ends with one line feed. */
export function formatCommit(commit: NewCommit): Buffer {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(commit.author)}`,
    `committer ${formatSignature(commit.committer)}`,
    '',
    formatMessage(commit.message),
  ]
  return Buffer.from(lines.join('\n'))
}

/** A message as git cleans it: no white space at line ends, no empty lines around, one line feed at the end. */
export function formatMessage(message: string): string {
  const lines = message.replaceAll('\0', '').replace(/\r\n?/g, '\n').split('\n')
  return `${lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()}\n`
}

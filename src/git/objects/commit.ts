import { GitError } from '../git-error.ts'
import { isObjectId } from './object.ts'
import { formatSignature, parseSignature, type Signature } from './signature.ts'

/** One commit. */
export interface Commit {
  id: string
  tree: string
  parents: string[]
  author: Signature
  committer: Signature
  message: string
}

/** A new commit, before it has an id. */
type NewCommit = Omit<Commit, 'id'>

/** Reads a commit object's bytes; signature headers are skipped. @throws GitError unreadable */
export function parseCommit(id: string, bytes: Buffer): Commit {
  const text = bytes.toString('utf8')
  const blank = text.indexOf('\n\n')
  const end = blank < 0 ? text.length : blank
  const message = blank < 0 ? '' : text.slice(blank + 2)
  const commit: Commit = { id, tree: '', parents: [], author: NOBODY, committer: NOBODY, message }
  for (let at = 0; at < end; ) {
    const feed = text.indexOf('\n', at)
    const stop = feed < 0 ? end : feed
    readHeader(commit, text, at, stop)
    at = stop + 1
  }
  // An id becomes part of a path, so it must be valid.
  if (![commit.tree, ...commit.parents].every(isObjectId) || commit.committer === NOBODY) {
    throw new GitError('unreadable', `commit ${id} is damaged`, 'run `git fsck` and restore it from another clone')
  }
  return commit
}

const NOBODY: Signature = { name: '', email: '', timestamp: 0, offset: 0 }

/** Reads the header in `text` from `at` to `stop`, without copying the line: a history has many thousands of them. */
function readHeader(commit: Commit, text: string, at: number, stop: number): void {
  if (text.startsWith('tree ', at)) commit.tree = text.slice(at + 5, stop)
  else if (text.startsWith('parent ', at)) commit.parents.push(text.slice(at + 7, stop))
  else if (text.startsWith('author ', at)) commit.author = parseSignature(text.slice(at + 7, stop))
  else if (text.startsWith('committer ', at)) commit.committer = parseSignature(text.slice(at + 10, stop))
}

/** Returns a commit object's bytes; the message ends with one line feed. */
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

/** Returns a message as git cleans it: no white space at line ends, no empty lines around, one line feed at the end. */
export function formatMessage(message: string): string {
  const lines = message.replaceAll('\0', '').replace(/\r\n?/g, '\n').split('\n')
  return `${lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()}\n`
}

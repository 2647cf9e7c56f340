import { GitError } from '../git-error.ts'
import { formatMessage } from './commit.ts'
import { isObjectType, type ObjectType } from './object.ts'
import type { Signature } from './signature.ts'
import { formatSignature } from './signature.ts'

/** An annotated tag: its target and its message. */
interface Tag {
  object: string
  type: ObjectType
  name: string
  message: string
}

/** Reads a tag object's bytes; signatures stay in the message. @throws GitError unreadable */
export function parseTag(id: string, bytes: Buffer): Tag {
  const text = bytes.toString('utf8')
  const match = /^object ([0-9a-f]{40})\ntype (\w+)\ntag (.*)\n/.exec(text)
  const [, object = '', type = '', name = ''] = match ?? []
  if (!isObjectType(type)) {
    throw new GitError('unreadable', `tag ${id} is damaged`, 'run `git fsck` and restore it from another clone')
  }
  return { object, type, name, message: text.slice(text.indexOf('\n\n') + 2) }
}

/** Returns the bytes of an annotated tag on a commit. */
export function formatTag(tag: { commit: string; name: string; tagger: Signature; message: string }): Buffer {
  const lines = [
    `object ${tag.commit}`,
    'type commit',
    `tag ${tag.name}`,
    `tagger ${formatSignature(tag.tagger)}`,
    '',
    formatMessage(tag.message),
  ]
  return Buffer.from(lines.join('\n'))
}

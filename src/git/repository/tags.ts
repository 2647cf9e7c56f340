import { readConfiguration } from '../configuration/configuration.ts'
import { identify } from '../configuration/identity.ts'
import { checkRefName } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { formatMessage } from '../objects/commit.ts'
import type { Signature } from '../objects/signature.ts'
import { formatTag, parseTag } from '../objects/tag.ts'
import { resolveRef } from '../refs/read.ts'
import { updateRef } from '../refs/update.ts'
import { type Sign, signerFor } from '../signing/sign.ts'
import { type Context, refOptions, writing } from './context.ts'

interface TagRequest {
  name: string
  /** The id of the commit that it marks. */
  commit: string
  message: string
}

/** See Repository.createTag. */
export async function createTag(context: Context, request: TagRequest): Promise<{ object: string }> {
  checkRefName('tag', request.name)
  const write = tagWriter(context)
  context.objects.commit(request.commit)
  return writing(context, async () => {
    const present = resolveRef(context.folders, `refs/tags/${request.name}`)
    if (present !== null) return { object: sameTag(context, present, request) }
    const tag = write(request)
    context.objects.flush()
    if (await publishTag(context, tag)) return { object: tag.object }
    throw new GitError('already-exists', `the tag ${request.name} has been created since`, 'run the command again')
  })
}

/** An annotated tag whose object is written, and whose ref is not. */
export interface WrittenTag {
  ref: string
  object: string
  tagger: Signature
}

/** Returns a function that adds a tag's object, signed if tags are signed. It moves no ref. @throws GitError without an identity */
export function tagWriter({ folders, objects }: Context): (request: TagRequest) => WrittenTag {
  const configuration = readConfiguration(folders)
  const tagger = identify('committer', configuration)
  const sign = signerFor('tag', configuration, `${tagger.name} <${tagger.email}>`, folders)
  return (request) => ({
    ref: `refs/tags/${request.name}`,
    object: objects.add('tag', signedTag({ ...request, tagger }, sign)),
    tagger,
  })
}

/** Sets the ref of a written tag. Returns false if it exists. */
export function publishTag({ folders }: Context, { ref, object, tagger }: WrittenTag): Promise<boolean> {
  const why = `tag: ${ref.slice('refs/tags/'.length)}`
  return updateRef(
    folders,
    { ref, expected: null, to: object, who: tagger, why },
    refOptions(readConfiguration(folders)),
  )
}

/** Returns the bytes of an annotated tag, followed by its signature if tags are signed. */
export function signedTag(tag: TagRequest & { tagger: Signature }, sign: Sign | null): Buffer {
  const bytes = formatTag(tag)
  return sign === null ? bytes : Buffer.concat([bytes, Buffer.from(`${sign(bytes)}\n`)])
}

/** Returns an existing tag that has the same message and commit, so that creating it can be repeated. */
function sameTag({ objects }: Context, present: string, request: TagRequest): string {
  const object = objects.read(present)
  const tag = object.type === 'tag' ? parseTag(present, object.bytes) : null
  if (tag?.object === request.commit && withoutSignature(tag.message) === formatMessage(request.message)) return present
  const remedy = 'choose another name: a published tag is never moved'
  throw new GitError('already-exists', `the tag ${request.name} already exists and differs`, remedy)
}

/** Returns a tag's message without its signature. */
export function withoutSignature(message: string): string {
  return message.replace(/-----BEGIN (?:SSH|PGP) SIGNATURE-----[\s\S]*$/, '')
}

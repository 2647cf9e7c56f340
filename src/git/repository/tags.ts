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
  const { folders, objects } = context
  const configuration = readConfiguration(folders)
  const tagger = identify('committer', configuration)
  const sign = signerFor('tag', configuration, `${tagger.name} <${tagger.email}>`)
  objects.commit(request.commit)
  return writing(context, async () => {
    const ref = `refs/tags/${request.name}`
    const present = resolveRef(folders, ref)
    if (present !== null) return { object: sameTag(context, present, request) }
    const object = objects.add('tag', signedTag({ ...request, tagger }, sign))
    objects.flush()
    const update = { ref, expected: null, to: object, who: tagger, why: `tag: ${request.name}` }
    if (await updateRef(folders, update, refOptions(configuration))) return { object }
    throw new GitError('already-exists', `the tag ${request.name} has been created since`, 'run the command again')
  })
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

import { readConfiguration } from '../configuration/configuration.ts'
import type { Signature } from '../objects/signature.ts'
import { updateRef } from '../refs/update.ts'
import { type Context, refOptions } from '../repository/context.ts'

/** Moves a tag, if it is where it is expected. */
export function setTag(
  { folders }: Context,
  ref: string,
  expected: string | null,
  to: string,
  who: Signature,
): Promise<boolean> {
  return updateRef(folders, { ref, expected, to, who, why: 'annex sync' }, refOptions(readConfiguration(folders)))
}

export function tagName(ref: string): string {
  return ref.slice('refs/tags/'.length)
}

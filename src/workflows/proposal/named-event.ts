import type { ParsedFile } from '../../files/index.ts'
import { rectifyCommand } from '../../law/index.ts'
import { AnnexError } from '../../treaty/index.ts'
import { eventsAsRectified } from '../record/rectified-record.ts'
import type { ProposalRecord } from '../record/treaty-record.ts'

/**
 * Returns the event file that a user names.
 * @param name the file's name, with or without `.yaml`, or its path from the top of the repository
 * @throws AnnexError not-found for a file that the proposal does not have, not-allowed for one that is rectified already
 */
export function namedEvent(id: string, { files }: ProposalRecord, name: string): ParsedFile<'event'> {
  const folder = `annexes/proposals/${id}/events/`
  const base = (name.startsWith(folder) ? name.slice(folder.length) : name).replace(/\.yaml$/, '')
  const found = files.find(({ file }) => file === `${folder}${base}.yaml`)
  if (found === undefined) throw unknownEvent(id, name, files)
  const by = eventsAsRectified(files).rectifiedBy.get(found.file)
  if (by === undefined) return found
  throw new AnnexError(
    'not-allowed',
    `${base}.yaml is already rectified by ${by.split('/').at(-1)}`,
    `rectify that one: ${rectifyCommand(by)}, or with what is right instead of --void`,
  )
}

function unknownEvent(id: string, name: string, files: readonly ParsedFile<'event'>[]): AnnexError {
  const other = /^annexes\/proposals\/([^/]+)\/events\//.exec(name)?.[1]
  if (other !== undefined && other !== id) {
    return new AnnexError('usage', `${name} belongs to proposal ${other}`, `use annex proposal rectify ${other}`)
  }
  const names = files.map(({ file }) => file.split('/').at(-1))
  const known = names.length === 0 ? 'no event is recorded' : `choose among ${names.slice(0, 8).join(', ')}`
  return new AnnexError(
    'not-found',
    `proposal ${id} has no event file "${name}"`,
    `${known}; see annex proposal show ${id}`,
  )
}

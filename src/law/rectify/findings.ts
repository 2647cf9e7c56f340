import type { Finding } from '../../treaty/index.ts'
import { forbids } from '../decide/finding.ts'
import { nameOf, type RectificationFile } from './chains.ts'
import { RECTIFICATION_COMPLETE, RECTIFICATION_MATCHES, RECTIFICATION_OF_A_FILE, RECTIFIED_TWICE } from './rules.ts'

/**
 * Returns the command that rectifies an event's file, with the ids filled in.
 * @param file its path: `annexes/proposals/<id>/events/<name>.yaml`
 * @param right what the event should have said: flags, or `--void`
 */
export function rectifyCommand(file: string, right = '--void'): string {
  const [, id = 'ID', name = file] = /([^/]+)\/events\/([^/]+)$/.exec(file) ?? []
  return `annex proposal rectify ${id} ${name} ${right} --on DATE --ref REF --reason TEXT`
}

/** The finding for a rectification that leaves out a part. */
export function incomplete(rectification: RectificationFile): Finding {
  const message = `${nameOf(rectification)} rectifies nothing: it must name a file, a reason and a reference, and say what is right or that the file is void.`
  return forbids(RECTIFICATION_COMPLETE, message, again(rectification), { at: { file: rectification.file, path: [] } })
}

/** The finding for a rectification of a missing file, or of itself. */
export function namesNoFile(rectification: RectificationFile, exists: boolean): Finding {
  const { rectifies } = rectification.data
  const why = exists ? 'does not lead to an event' : 'is not a file of this proposal'
  const message = `${nameOf(rectification)} rectifies ${rectifies}, which ${why}.`
  const at = { file: rectification.file, path: ['rectifies'] }
  return forbids(RECTIFICATION_OF_A_FILE, message, again(rectification), { at })
}

/** The finding for a rectification that was made for another text. */
export function notTheSame(rectification: RectificationFile): Finding {
  const { rectifies } = rectification.data
  const message = `${nameOf(rectification)} was made for another text than ${rectifies} has, so it is not applied.`
  const at = { file: rectification.file, path: ['was'] }
  return forbids(RECTIFICATION_MATCHES, message, again(rectification), { at })
}

/** The finding for two rectifications of one file that differ. */
export function twice(file: string, earlier: string, later: string): Finding {
  const [one, two, target] = [earlier, later, file].map((each) => nameOf({ file: each }))
  const message = `${one} and ${two} rectify ${target} differently; ${two} counts.`
  const hint = `Void the one that is wrong: ${rectifyCommand(earlier)}`
  return forbids(RECTIFIED_TWICE, message, hint, { at: { file: later, path: ['rectifies'] } })
}

function again({ file }: RectificationFile): string {
  return `Void it, and rectify the event again: ${rectifyCommand(file)}`
}

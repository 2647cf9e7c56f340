import { keysPath } from '../../../files/index.ts'
import type { TreeDifference } from '../../../git/index.ts'
import type { Finding } from '../../../treaty/index.ts'
import { isForEverybody } from '../../keys/key-line.ts'
import { keyLinesIn, unreadableLines } from '../../keys/keys-file.ts'
import { type Act, type Audit, about } from '../audit.ts'

/**
 * Checks a change of the file of keys: it is never removed, lists a key, never lets everybody sign, and each of its lines can be read.
 * Who signed the change is judged with all signatures.
 */
export function judgeKeys({ repository }: Audit, { main }: Act, { after }: TreeDifference): Finding[] {
  const text = after === null ? '' : Buffer.from(repository.readBlob(after.id)).toString('latin1')
  const keys = keyLinesIn(text)
  if (keys.length === 0) {
    const says = after === null ? 'removed the file of keys' : 'left no key in the file of keys'
    return [about(main, 'verify/keys-removed', says, 'Restore it with git revert.', keysPath)]
  }
  const open = keys.flatMap(({ principals }) => principals).filter(isForEverybody)
  return [
    ...open.map((pattern) => keyForAll(main, pattern)),
    ...unreadableLines(text).map((line) => notAKey(main, line)),
  ]
}

function keyForAll(main: Act['main'], pattern: string): Finding {
  const hint = 'Write the address of each signer: annex keys remove the entry, then annex keys add ADDRESS FILE.pub.'
  const says = `lists a key for ${pattern}, which fits the addresses of everybody`
  return about(main, 'verify/keys-open', says, hint, keysPath)
}

function notAKey(main: Act['main'], line: number): Finding {
  const says = `wrote line ${line} of the file of keys, which is no key that can be read`
  const hint = 'Correct or remove the line; annex keys add writes lines that can be read.'
  return about(main, 'verify/keys-unreadable', says, hint, keysPath, 'warning')
}

/** Checks that the policy of signatures can be read, and is never removed: without it one key is enough for everything. */
export function judgePolicy({ reader }: Audit, { main }: Act, { path, after }: TreeDifference): Finding[] {
  if (reader.policy(path, after) !== null) return []
  const says = after === null ? 'removed the policy of signatures' : 'made the policy of signatures unreadable'
  return [about(main, 'verify/policy-lost', says, 'Restore it with git revert, or by annex keys require.', path)]
}

/** Checks that an approval is recorded by whom it names, and never changed. */
export function judgeApproval({ reader }: Audit, { main }: Act, { path, before, after }: TreeDifference): Finding[] {
  if (before !== null) {
    const hint = 'Restore it with git revert: an approval is never edited.'
    return [about(main, 'verify/approval', 'changed or removed an approval', hint, path)]
  }
  const approval = reader.approval(path, after)
  if (approval !== null && approval.by === main.commit.author.email) return []
  const says = approval === null ? 'that cannot be read' : `in the name of ${approval.by}`
  const hint = 'Undo it with git revert; approve with --approve, as yourself.'
  return [about(main, 'verify/approval', `recorded an approval ${says}`, hint, path)]
}

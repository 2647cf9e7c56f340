import { keysPath, partiesPath, policyPath, readingsPath } from '../../files/index.ts'
import { diff, merge } from '../../text/index.ts'
import { canonicalJson, type Finding } from '../../treaty/index.ts'
import { keyLinesIn, policyFrom } from '../keys/keys-file.ts'
import { asRectifiedIn } from '../parties/rectified-register.ts'
import { keepsReadings } from '../readings/merge-readings.ts'
import { isEditorial } from './acts/document.ts'
import { lostRectifications, partyEdits } from './acts/register.ts'
import { type Audit, about, revert } from './audit.ts'
import type { FileInCommit } from './file-reader.ts'
import type { MainCommit } from './main-history.ts'
import { documentIn, proposalFileIn } from './record-files.ts'

/** A file in the common ancestor of two parents, in each of them, and in their merge. */
interface Versions {
  path: string
  base: FileInCommit
  one: FileInCommit
  other: FileInCommit
  merged: FileInCommit
}

/**
 * Checks that a merge keeps the records of all its parents and adds nothing, in whatever order its parents are.
 */
export async function judgeJoin(audit: Audit, main: MainCommit): Promise<Finding[]> {
  const [first, ...others] = main.commit.parents
  const findings: Finding[] = []
  for (const other of others) findings.push(...(await judgeParents(audit, main, first ?? '', other)))
  return findings
}

async function judgeParents(audit: Audit, main: MainCommit, first: string, other: string): Promise<Finding[]> {
  const bases = await audit.repository.mergeBases(first, other)
  if (bases.length === 0) return [unrelated(main, other)]
  const results = await Promise.all(bases.map((base) => judgeSince(audit, main, base, { first, other })))
  results.sort((one, another) => one.length - another.length)
  return results[0] ?? []
}

function unrelated(main: MainCommit, other: string): Finding {
  const hint = `Find out where it comes from; undo the merge: ${revert(main)}, and draft on main.`
  const says = `merged ${other.slice(0, 12)}, which shares no history with main`
  return about(main, 'verify/unrelated-history', says, hint)
}

async function judgeSince(
  audit: Audit,
  main: MainCommit,
  base: string,
  { first, other }: { first: string; other: string },
): Promise<Finding[]> {
  const { repository } = audit
  const changedIn = async (from: string, to: string) => {
    const files = await repository.changedFiles(from, to, 'annexes/')
    return new Map(files.map((file) => [file.path, file]))
  }
  // Where neither the other parent changed a file since the base, nor the merge since its first parent, nothing can be lost.
  const [two, merged] = [await changedIn(base, other), await changedIn(first, main.commit.id)]
  const paths = new Set([...two.keys(), ...merged.keys()])
  return [...paths].sort().flatMap((path) => {
    const [ofOther, ofMerge] = [two.get(path), merged.get(path)]
    const was = ofOther === undefined ? repository.fileAt(base, path) : ofOther.before
    const one = ofMerge === undefined ? repository.fileAt(first, path) : ofMerge.before
    const [theirs, now] = [ofOther === undefined ? was : ofOther.after, ofMerge === undefined ? one : ofMerge.after]
    const versions = { path, base: was, one, other: theirs, merged: now }
    return main.adopts !== null && isOfProposal(audit, main, versions) ? [] : judgeFile(audit, main, versions)
  })
}

// The draft that an adoption merges changed its own document and its own file; both are judged with the adoption.
function isOfProposal({ reader }: Audit, { adopts, changes }: MainCommit, { path }: Versions): boolean {
  const own = `annexes/proposals/${adopts}/proposal.yaml`
  const file = changes.find((change) => change.path === own)?.after ?? null
  return path === own || path === `annexes/${reader.proposal(own, file)?.document}.yaml`
}

function judgeFile(audit: Audit, main: MainCommit, versions: Versions): Finding[] {
  const { path, base, one, other, merged } = versions
  if (isSame(one, other)) return isSame(merged, one) ? [] : [adds(main, path)]
  const due = isSame(one, base) ? other : isSame(other, base) ? one : undefined
  if (due === undefined) return keepsBoth(audit, versions) ? [] : [drops(main, path)]
  if (isSame(merged, due)) return []
  return isSame(merged, base) || merged === null ? [drops(main, path)] : [adds(main, path)]
}

function isSame(one: FileInCommit, other: FileInCommit): boolean {
  return one?.id === other?.id && one?.mode === other?.mode
}

/** Returns whether the merged file contains the changes of both parents. */
function keepsBoth(audit: Audit, versions: Versions): boolean {
  const { path } = versions
  if (path === partiesPath) return keepsParties(audit, versions)
  if (path === keysPath) return keepsKeys(audit, versions)
  if (path === policyPath) return keepsPolicy(audit, versions)
  if (documentIn(path) !== null) return keepsWords(audit, versions)
  if (proposalFileIn(path) !== null) return keepsProposal(audit, versions)
  return path === readingsPath && keepsBothReadings(audit, versions)
}

function keepsKeys({ repository }: Audit, { base, one, other, merged }: Versions): boolean {
  const linesOf = (file: FileInCommit) =>
    new Set(
      keyLinesIn(file === null ? '' : Buffer.from(repository.readBlob(file.id)).toString('latin1')).map(
        ({ line }) => line,
      ),
    )
  const [was, ours, theirs, both] = [linesOf(base), linesOf(one), linesOf(other), linesOf(merged)]
  const due = [...ours, ...theirs].filter((line) => (ours.has(line) && theirs.has(line)) || !was.has(line))
  return due.every((line) => both.has(line)) && [...both].every((line) => due.includes(line))
}

/** Where both sides changed the policy, the higher numbers count. */
function keepsPolicy({ reader }: Audit, { path, one, other, merged }: Versions): boolean {
  const [ours, theirs, both] = [one, other, merged].map((file) => policyFrom(reader.policy(path, file)))
  if (!ours || !theirs || !both) return false
  return (['adoption', 'keys'] as const).every((act) => both[act] >= Math.max(ours[act], theirs[act]))
}

function keepsBothReadings({ reader }: Audit, { path, base, one, other, merged }: Versions): boolean {
  const [was, ours, theirs, both] = [base, one, other, merged].map((file) => reader.readings(path, file))
  if (!ours || !theirs || !both) return false
  return keepsReadings({ base: was ?? { readings: {} }, ours, theirs }, both)
}

function keepsParties({ reader }: Audit, { path, one, other, merged }: Versions): boolean {
  const both = reader.parties(path, merged)
  if (both === null) return false
  const known = new Set<string>()
  for (const file of [one, other]) {
    const side = reader.parties(path, file)
    const due = side === null ? null : asRectifiedIn(both, side)
    if (side === null || due === null) return false
    if (partyEdits(due, both.parties).length > 0 || lostRectifications(side, both).length > 0) return false
    for (const { code, deposited } of due) known.add(`${code} ${deposited}`)
  }
  return both.parties.every(({ code, deposited }) => known.has(`${code} ${deposited}`))
}

function keepsWords({ reader }: Audit, { path, base, one, other, merged }: Versions): boolean {
  const [was, first, second, both] = [base, one, other, merged].map((file) => reader.document(path, file))
  if (!was || !first || !second || !both) return false
  const due = merge(was, first, second)
  return due.conflicts.length === 0 && diff(due.document, both).every(isEditorial)
}

function keepsProposal({ reader }: Audit, { path, one, other, merged }: Versions): boolean {
  const [first, second, both] = [one, other, merged].map((file) => reader.proposal(path, file))
  if (!first || !second || !both) return false
  const unions = [
    { ...first, ...second },
    { ...second, ...first },
  ]
  return unions.some((union) => canonicalJson(union) === canonicalJson(both))
}

function drops(main: MainCommit, path: string): Finding {
  const hint = `Restore it by a further commit: git checkout the parent that has it -- ${path}`
  return about(main, 'verify/merge-keeps', `is a merge that drops what one of its parents had in ${path}`, hint, path)
}

function adds(main: MainCommit, path: string): Finding {
  const hint = `Undo it: ${revert(main)}, merge again, and record what is new by a command of its own.`
  return about(main, 'verify/merge-keeps', `is a merge with changes in ${path} that no parent has`, hint, path)
}

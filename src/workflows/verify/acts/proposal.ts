import type { TreeDifference } from '../../../git/index.ts'
import { checkProposal, decide } from '../../../law/index.ts'
import { canonicalJson, type FiledEvent, type Finding, type Proposal } from '../../../treaty/index.ts'
import { MAY_BE_CLOSED } from '../../proposal/close-proposal.ts'
import { hadNotCome } from '../../record/days-that-have-come.ts'
import { type Act, type Audit, about, againstTheLaw, revert } from '../audit.ts'
import { situationIn } from '../record-files.ts'
import { frozenText } from './frozen-text.ts'

/** What a recorded proposal may gain after its circulation. */
const ADDED_LATER: ReadonlySet<string> = new Set(['edition', 'numbers', 'closed', 'closedOn'])

/**
 * A proposal comes to main when its text is frozen or when it is closed as a draft. After that it only gains its edition or the reason why
 * it was closed.
 */
export async function judgeProposal(audit: Audit, act: Act, change: TreeDifference): Promise<Finding[]> {
  const { path, before: was, after: is } = change
  const [old, now] = [audit.reader.proposal(path, was), audit.reader.proposal(path, is)]
  if (now === null) return [was === null ? unsound(act, path) : rewritten(act, path, ['the whole file'])]
  if (was !== null && old === null) return []
  return [
    ...(old === null ? [] : await editsOf(audit, act, path, old, now)),
    ...(now.frozen !== undefined && old?.frozen === undefined ? await judgeCirculation(audit, act, path, now) : []),
    ...(now.edition !== undefined && old?.edition === undefined ? judgeEdition(act, path, old, now) : []),
    ...(now.closed !== undefined && old?.closed === undefined ? judgeClosing(audit, act, path, old, now) : []),
    ...(isDraft(now) && (old === null || !isDraft(old)) ? [draftOnMain(act, path)] : []),
  ]
}

function isDraft({ frozen, closed }: Proposal): boolean {
  return frozen === undefined && closed === undefined
}

async function editsOf(audit: Audit, act: Act, path: string, old: Proposal, now: Proposal): Promise<Finding[]> {
  const fields = isDraft(old) ? [] : changedFields(old, now)
  if (fields.length === 0) return []
  const ofText = fields.includes('frozen') ? await frozenFindings(audit, act, path, now) : []
  return [rewritten(act, path, fields), ...ofText]
}

async function frozenFindings(audit: Audit, { main }: Act, path: string, proposal: Proposal): Promise<Finding[]> {
  const findings = await frozenText(audit, main, proposal)
  return findings.map((finding) => ({ ...finding, at: { file: path, path: ['frozen'] } }))
}

function changedFields(old: Proposal, now: Proposal): string[] {
  const [was, is] = [new Map(Object.entries(old)), new Map(Object.entries(now))]
  const isAdopted = !was.has('edition') && is.has('edition')
  return [...new Set([...was.keys(), ...is.keys()])].filter((field) => {
    if (!was.has(field) && ADDED_LATER.has(field) && (field !== 'numbers' || isAdopted)) return false
    return canonicalJson(was.get(field) ?? null) !== canonicalJson(is.get(field) ?? null)
  })
}

function rewritten({ main }: Act, path: string, fields: readonly string[]): Finding {
  const hint = `Put it back: ${revert(main)}: a recorded proposal only gains its edition or why it was closed.`
  return about(main, 'verify/frozen-changed', `changed ${fields.join(', ')} of a recorded proposal`, hint, path)
}

// Circulation, submission and recommendation freeze the text, and record the event that opens the procedure in the same commit.
async function judgeCirculation(audit: Audit, act: Act, path: string, proposal: Proposal): Promise<Finding[]> {
  const frozen = await frozenFindings(audit, act, path, proposal)
  const situation = situationIn(act.after, audit.reader, proposal)
  const added = new Set(act.main.changes.filter(({ before }) => before === null).map((change) => change.path))
  const opening = situation.events.find(({ file }) => file !== undefined && added.has(file))
  if (opening === undefined) {
    const hint = `Undo it: ${revert(act.main)}, and circulate the draft with annex proposal circulate, submit or recommend.`
    return [...frozen, about(act.main, 'verify/circulation', 'froze a text that it did not circulate', hint, path)]
  }
  const isMissing = frozen.some(({ rule }) => rule === 'verify/frozen-commit-absent')
  return isMissing ? frozen : [...frozen, ...(await obstacles(audit, act, path, proposal, opening))]
}

async function obstacles(
  audit: Audit,
  act: Act,
  path: string,
  proposal: Proposal,
  opening: FiledEvent,
): Promise<Finding[]> {
  const { frozen, document } = proposal
  if (frozen === undefined) return []
  const found = checkProposal({
    ...situationIn(act.after, audit.reader, proposal),
    before: (await audit.documentAt(frozen.base, document))?.entries ?? [],
    after: (await audit.documentAt(frozen.commit, document))?.entries ?? [],
    asOf: opening.on,
  })
  const hint = `Undo it: ${revert(act.main)}; annex proposal check says what to change in the draft.`
  return found
    .filter(({ level }) => level === 'error')
    .slice(0, 1)
    .map((why) =>
      againstTheLaw(
        act.main,
        'verify/circulation',
        'circulated a proposal that the law did not allow',
        why,
        hint,
        path,
      ),
    )
}

// That an adoption was allowed, and its text, is judged with all adoptions; here, that it is one.
function judgeEdition({ main }: Act, path: string, old: Proposal | null, now: Proposal): Finding[] {
  if (old?.frozen === undefined) {
    const hint = `Undo it: ${revert(main)}; circulate the text first.`
    return [
      about(main, 'verify/adoption-allowed', `recorded ${now.edition} of a text that was never circulated`, hint, path),
    ]
  }
  if (main.adopts === now.proposal) return []
  const text = old.frozen.commit.slice(0, 12)
  const hint = `Undo it: ${revert(main)}, and adopt the proposal with annex proposal adopt.`
  const says = `recorded ${now.edition} as adopted, but is not a merge of main with the circulated text ${text}`
  return [about(main, 'verify/adoption-merge', says, hint, path)]
}

function judgeClosing(audit: Audit, act: Act, path: string, old: Proposal | null, now: Proposal): Finding[] {
  const { commit } = act.main
  const early = now.closedOn === undefined ? null : hadNotCome(now.closedOn, commit, audit.today)
  const ofDay = early === null ? [] : [closedEarly(act, path, now, early)]
  return [...ofDay, ...closedAgainstTheLaw(audit, act, path, old, now)]
}

function closedEarly({ main }: Act, path: string, { proposal }: Proposal, day: string): Finding {
  const hint = `Undo it: ${revert(main)}, and close the proposal when the day has come.`
  return about(main, 'verify/closing-allowed', `closed "${proposal}" on ${day}`, hint, path)
}

function closedAgainstTheLaw(
  { reader }: Audit,
  act: Act,
  path: string,
  old: Proposal | null,
  now: Proposal,
): Finding[] {
  if (old?.frozen === undefined && now.frozen === undefined) return []
  const hint = `Undo it: ${revert(act.main)}: closing a record does not end a proposal that the law still runs.`
  if (now.closedOn === undefined || old === null) {
    return [about(act.main, 'verify/closing-allowed', 'closed a proposal without the day', hint, path)]
  }
  const { status } = decide(situationIn(act.before, reader, old), now.closedOn, { divergences: false })
  if (MAY_BE_CLOSED.includes(status)) return []
  const says = `closed "${now.proposal}", which was ${status} on ${now.closedOn}`
  return [about(act.main, 'verify/closing-allowed', says, hint, path)]
}

function draftOnMain({ main }: Act, path: string): Finding {
  const hint = `Undo it: ${revert(main)}: a draft belongs on its branch until it is circulated.`
  return about(main, 'verify/draft-on-main', 'brought a draft to main that was not circulated', hint, path)
}

function unsound({ main }: Act, path: string): Finding {
  const hint = `Undo it: ${revert(main)}; annex validate says what is wrong in the file.`
  return about(main, 'verify/circulation', `added ${path}, which cannot be read`, hint, path)
}

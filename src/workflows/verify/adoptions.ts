import { documentPath, proposalPath } from '../../files/index.ts'
import { decide } from '../../law/index.ts'
import { diff } from '../../text/index.ts'
import {
  type CalendarDay,
  canonicalJson,
  type Finding,
  type GivenNumber,
  LAST_DAY,
  type Outcome,
  type Proposal,
} from '../../treaty/index.ts'
import { adoptedAsOf, recordedNumbers } from '../proposal/adopt-proposal.ts'
import { mergedDocument } from '../proposal/merged-text.ts'
import { MAY_BE_ADOPTED } from '../record/altered-outcomes.ts'
import { hadNotCome } from '../record/days-that-have-come.ts'
import { changedEntries } from './acts/document.ts'
import { type Act, type Adoption, type Audit, about, revert } from './audit.ts'
import { type RecordFiles, situationIn } from './record-files.ts'

/** The adoption that a commit records; null for other commits. */
export function adoptionIn({ reader }: Audit, act: Act): Adoption | null {
  const { adopts, changes } = act.main
  if (adopts === null) return null
  const path = proposalPath(adopts)
  const proposal = reader.proposal(path, changes.find((change) => change.path === path)?.after ?? null)
  return proposal?.edition === undefined ? null : { edition: proposal.edition, proposal, act }
}

/**
 * Checks that an adoption was allowed on the day that its commit names, according to the record before it, and that this day had
 * come. If the commit names no day, that is a finding, and the proposal is checked as of the last possible day.
 */
export function judgeAdoption({ reader, today }: Audit, { edition, proposal, act }: Adoption): Finding[] {
  const { main, before } = act
  const path = proposalPath(proposal.proposal)
  const asOf = adoptedAsOf(main.commit.message)
  const outcome = outcomeIn(before, reader, proposal, asOf ?? LAST_DAY)
  const stopped = asOf === null ? outcome.status === 'closed' : !MAY_BE_ADOPTED.includes(outcome.status)
  const early = asOf === null ? null : hadNotCome(asOf, main.commit, today)
  const hint = `Undo it: ${revert(main)}: the law did not allow it to be adopted.`
  const on = asOf === null ? '' : ` on ${asOf}`
  const says = `recorded ${edition} as adopted, but "${proposal.proposal}" was ${outcome.status}${on}${lastReason(outcome)}`
  return [
    ...(asOf === null ? [withoutDay(act, edition, path)] : []),
    ...(early === null ? [] : [beforeItsDay(act, edition, early, path)]),
    ...(stopped ? [about(main, 'verify/adoption-allowed', says, hint, path)] : []),
  ]
}

function withoutDay({ main }: Act, edition: string, path: string): Finding {
  const hint = `Undo it: ${revert(main)}, and adopt the proposal with annex proposal adopt.`
  return about(
    main,
    'verify/adoption-day',
    `recorded ${edition} as adopted without the day on which the law allowed it (As-of)`,
    hint,
    path,
  )
}

function beforeItsDay({ main }: Act, edition: string, day: string, path: string): Finding {
  const hint = `Undo it: ${revert(main)}, and adopt the proposal when the day has come: facts may be received until then.`
  return about(main, 'verify/adoption-day', `recorded ${edition} as adopted as of ${day}`, hint, path)
}

/** What the law says of a proposal on a day, by the record in some files. */
export function outcomeIn(files: RecordFiles, reader: Audit['reader'], proposal: Proposal, asOf: CalendarDay): Outcome {
  return decide(situationIn(files, reader, proposal), asOf, { divergences: false })
}

/** The last reason of an outcome, to end a sentence with: ` (70(4): …)`. */
export function lastReason({ because }: Outcome): string {
  const why = because.at(-1)
  return why === undefined ? '' : ` (${why.cite}: ${why.says.replace(/\.$/, '')})`
}

/**
 * An adopted edition is main's text before it, merged with the frozen changes: nothing more, nothing less.
 * @param earlier the proposals adopted before
 */
export async function judgeAdoptedText(
  audit: Audit,
  { edition, proposal, act }: Adoption,
  earlier: readonly Proposal[],
): Promise<Finding[]> {
  const [parent] = act.main.parents
  if (proposal.frozen === undefined || parent === undefined) return []
  const record = {
    snapshot: audit.repository.at(parent),
    itemCache: audit.itemCache,
    proposals: new Map(earlier.map((each) => [each.proposal, { proposal: each }])),
  }
  const due = await mergedDocument(audit.repository, record, proposal, proposal.frozen)
  const written = await audit.documentAt(act.main.commit.id, proposal.document)
  const changes = written === null ? [] : diff(due.document, written)
  const ofNumbers = judgeNumbers(act, proposal, edition, due.numbers)
  if (changes.length === 0) return ofNumbers
  const says = `wrote edition ${edition} with other words than main's text and the frozen changes: ${changedEntries(changes)}`
  const hint = 'Correct it by a further proposal: the circulated text counts.'
  return [about(act.main, 'verify/adoption-text', says, hint, documentPath(proposal.document)), ...ofNumbers]
}

/** The numbers that an adoption records are those that the edition gave to entries which the circulated text numbers otherwise. */
function judgeNumbers({ main }: Act, proposal: Proposal, edition: string, due: readonly GivenNumber[]): Finding[] {
  const { numbers = {} } = recordedNumbers(due)
  if (canonicalJson(numbers) === canonicalJson(proposal.numbers ?? {})) return []
  const words = due.map(({ entry, becomes }) => `${entry} ${becomes}`).join(', ')
  const says = `recorded ${edition} with other numbers than the edition gave to entries (${words === '' ? 'none differs from the circulated text' : words})`
  const hint = 'Undo it with git revert -m 1, and adopt the proposal with annex proposal adopt.'
  return [about(main, 'verify/adoption-text', says, hint, proposalPath(proposal.proposal))]
}

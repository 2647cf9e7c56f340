import type { TreeDifference } from '../../../git/index.ts'
import { checkEvent, deniesEffect, rectifyCommand } from '../../../law/index.ts'
import type { FiledEvent, Finding, Proposal, Situation } from '../../../treaty/index.ts'
import { type Act, type Audit, about, againstTheLaw, revert } from '../audit.ts'
import { addedBy, type MainCommit, type MainHistory, named } from '../main-history.ts'
import { proposalIn, proposalOf, type RecordFiles, rectifiedIn, situationIn } from '../record-files.ts'

/** Checks that an event is recorded once, does not change, and was allowed according to the record before the commit. */
export async function judgeEvent(audit: Audit, act: Act, change: TreeDifference): Promise<Finding[]> {
  const { reader, history } = audit
  const { main, after } = act
  const { path, before: was, after: is } = change
  if (was !== null) return [changed(main, path, history)]
  const proposal = proposalOf(after, reader, proposalIn(path) ?? '')
  if (reader.event(path, is) === null || proposal === null) {
    const what = proposal === null ? 'an event of a proposal that main does not record' : 'an event that cannot be read'
    const hint =
      proposal === null
        ? `Undo it: ${revert(main)}`
        : `Put it right by a further record: ${rectifyCommand(path)}, or with what it should have said.`
    return [about(main, 'verify/event-sound', `added ${path}, ${what}`, hint, path)]
  }
  if (reader.event(path, is)?.event === 'rectification') return judgeRectification(audit, act, path, proposal)
  const situation = situationIn(after, reader, proposal)
  const event = situation.events.find(({ file }) => file === path)
  if (event === undefined) return []
  const why = [...errorsOf(situation, event), ...displaced(situation, event)][0]
  if (why === undefined) return []
  const hint = `Put it right by a further record: ${rectifyCommand(path)}`
  const says = 'recorded an event that the law did not allow'
  // A second act of a Party that contradicts the first may be the slip of another office.
  return [{ ...againstTheLaw(main, 'verify/event-allowed', says, why, hint, path), level: why.level }]
}

/** A rectification must be complete, apply to what is on record, and say what the law allowed. */
function judgeRectification({ reader }: Audit, { main, after }: Act, path: string, proposal: Proposal): Finding[] {
  const { findings } = rectifiedIn(after, reader, proposal.proposal)
  const situation = situationIn(after, reader, proposal)
  const own = situation.events.find(({ rectified }) => rectified?.by === path)
  const [why] = [
    ...findings.filter(({ level, at }) => level === 'error' && at?.file === path),
    ...(own === undefined ? [] : errorsOf(situation, own)),
  ]
  if (why === undefined) return []
  const says = 'recorded a rectification that does not hold'
  const hint = `Put it right by a further record: ${rectifyCommand(path)}`
  return [againstTheLaw(main, 'verify/rectification', says, why, hint, path)]
}

/**
 * Returns the findings without the warnings on events that contradict no other event any more: a rectification counts for one of the two.
 * @param files main's record today
 */
export function notPutRight({ reader }: Audit, files: RecordFiles, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ rule, level, at }) => {
    const path = at?.file ?? ''
    const isContradiction = rule === 'verify/event-allowed' && level === 'warning'
    const proposal = isContradiction ? proposalOf(files, reader, proposalIn(path) ?? '') : null
    if (proposal === null) return true
    const situation = situationIn(files, reader, proposal)
    const event = situation.events.find(({ file }) => file === path)
    return event === undefined || errorsOf(situation, event).length > 0
  })
}

function errorsOf(situation: Situation, event: FiledEvent): Finding[] {
  return checkEvent(situation, event).filter(
    (finding) => finding.level === 'error' || (finding.level === 'warning' && deniesEffect(finding)),
  )
}

// An event with an earlier day comes before others in the order of the law, and may leave them without effect.
function displaced(situation: Situation, event: FiledEvent): Finding[] {
  const later = situation.events.slice(situation.events.indexOf(event) + 1)
  const without = { ...situation, events: situation.events.filter((other) => other !== event) }
  return later.flatMap((other) => (errorsOf(without, other).length > 0 ? [] : errorsOf(situation, other)))
}

function changed(main: MainCommit, path: string, history: MainHistory): Finding {
  const first = addedBy(history, path)
  const by = first === undefined ? '' : `, recorded by commit ${named(first.commit)}`
  const hint = `Put it back: ${revert(main)}. If the event was wrong, rectify it then: ${rectifyCommand(path)}`
  return about(main, 'verify/event-changed', `changed or removed the event ${path}${by}`, hint, path)
}

import type { TreeDifference } from '../../../git/index.ts'
import { checkEvent } from '../../../law/index.ts'
import type { FiledEvent, Finding, Situation } from '../../../treaty/index.ts'
import { type Act, type Audit, about, againstTheLaw } from '../audit.ts'
import { addedBy, type MainCommit, type MainHistory, named } from '../main-history.ts'
import { proposalIn, proposalOf, situationIn } from '../record-files.ts'

/** Checks that an event is recorded once, does not change, and was allowed according to the record before the commit. */
export async function judgeEvent(audit: Audit, { main, after }: Act, change: TreeDifference): Promise<Finding[]> {
  const { reader, history } = audit
  const { path, before: was, after: is } = change
  if (was !== null) return [changed(main, path, history)]
  const proposal = proposalOf(after, reader, proposalIn(path) ?? '')
  if (reader.event(path, is) === null || proposal === null) {
    const what = proposal === null ? 'an event of a proposal that main does not record' : 'an event that cannot be read'
    const hint = 'Undo it with git revert, and record the event with annex proposal record.'
    return [about(main, 'verify/event-sound', `added ${path}, ${what}`, hint, path)]
  }
  const situation = situationIn(after, reader, proposal)
  const event = situation.events.find(({ file }) => file === path)
  if (event === undefined) return []
  const why = [...errorsOf(situation, event), ...displaced(situation, event)][0]
  if (why === undefined) return []
  return [
    againstTheLaw(
      main,
      'verify/event-allowed',
      'recorded an event that the law did not allow',
      why,
      NOT_POSSIBLE,
      path,
    ),
  ]
}

function errorsOf(situation: Situation, event: FiledEvent): Finding[] {
  return checkEvent(situation, event).filter(({ level }) => level === 'error')
}

// An event with an earlier day comes before others in the order of the law, and may leave them without effect.
function displaced(situation: Situation, event: FiledEvent): Finding[] {
  const later = situation.events.slice(situation.events.indexOf(event) + 1)
  const without = { ...situation, events: situation.events.filter((other) => other !== event) }
  return later.flatMap((other) => (errorsOf(without, other).length > 0 ? [] : errorsOf(situation, other)))
}

const NOT_POSSIBLE = 'Undo it with git revert; annex proposal record checks an event before it is recorded.'

function changed(main: MainCommit, path: string, history: MainHistory): Finding {
  const first = addedBy(history, path)
  const by = first === undefined ? '' : `, recorded by commit ${named(first.commit)}`
  const hint = 'Restore it with git revert, and record what is new as an event of its own.'
  return about(main, 'verify/event-changed', `changed or removed the event ${path}${by}`, hint, path)
}

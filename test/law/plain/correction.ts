import { number } from './days.ts'
import { type Facts, type Finding, type Happening, since, sitting } from './facts.ts'

/** Vienna Convention on the Law of Treaties, Article 79(2) and (4). */
export function correction(facts: Facts): Finding {
  const proper = facts.happenings.filter(({ event, day }) => event.until === undefined || number(event.until) > day)
  const opened = since({ ...facts, happenings: proper }, 'circulated')
  const ratifying = sitting(facts, facts.today).length
  const nothing = { deadline: null, ratifying, objections: 0, bound: null }
  if (opened === null) return { ...nothing, status: 'draft' }
  const deadline = lastDay(opened.first)
  const raised = opened.after.filter(({ event, day }) => event.event === 'correction-objection' && day <= deadline)
  const unions = facts.seats.flatMap(({ isState, code }) => (isState ? [] : code))
  const objections = new Set(
    raised.flatMap(({ event: { party } }) => (party === undefined || unions.includes(party) ? [] : party)),
  ).size
  const known = { ...nothing, deadline, objections }
  if (facts.today <= deadline) return { ...known, status: 'circulated' }
  return objections > 0 ? { ...known, status: 'blocked' } : { ...known, status: 'in-force', bound: ({ from }) => from }
}

function lastDay({ event, day }: Happening): number {
  return event.until === undefined ? day + 90 : number(event.until)
}

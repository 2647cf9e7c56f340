import { plusMonths } from './days.ts'
import { actsFrom, type Bound, type Facts, type Finding, type Happening, ratified, type Seat, since } from './facts.ts'

/** Article 70(4), (5), (7): each Party's story is told from the beginning whenever it matters. */
export function silence(facts: Facts): Finding {
  const opened = since(facts, 'circulated')
  if (opened === null) return { status: 'draft', deadline: null, ratifying: 0, objections: 0, bound: null }
  const sent = opened.first.day
  const last = plusMonths(sent, 6)
  const { ratifying, objections } = count(facts, opened.after, sent, facts.today)
  const accepted: Bound = (seat) => {
    const told = story(facts, opened.after, seat, last)
    return told.accepted === null ? null : told.accepted + 30
  }
  const known = { deadline: last, ratifying, objections, bound: null, accepted }
  if (facts.today <= last) return { ...known, status: 'circulated' }
  if (objections * 3 >= ratifying) return { ...known, status: 'blocked' }
  const entry = last + 30
  return {
    ...known,
    status: facts.today < entry ? 'awaiting-entry' : 'in-force',
    bound: (seat) => {
      if (seat.from > last) return facts.chosen('late-joiner') === 'unamended' ? null : Math.max(seat.from, entry)
      const { objecting, accepted } = story(facts, opened.after, seat, last)
      if (!objecting) return entry
      return accepted === null ? null : Math.max(accepted + 30, entry)
    },
  }
}

interface Story {
  objecting: boolean
  accepted: number | null
}

function story(facts: Facts, then: Happening[], seat: Seat, last: number): Story {
  return actsFrom(seat, facts, then).reduce<Story>((told, each) => next(facts, told, each, last), {
    objecting: false,
    accepted: null,
  })
}

// After the last day nobody accepts what was stopped: but where nothing else brings it about, nobody asks who is bound either.
function next(facts: Facts, { objecting, accepted }: Story, { event, day }: Happening, last: number): Story {
  const irrevocable = facts.chosen('objection-withdrawal') === 'irrevocable'
  if (event.event === 'objection' && day <= last && !objecting) return { objecting: true, accepted: null }
  if (event.event === 'objection-withdrawn' && day <= last && !irrevocable) return { objecting: false, accepted: null }
  if (event.event === 'acceptance' && objecting) return { objecting, accepted: accepted ?? day }
  return { objecting, accepted }
}

function count(facts: Facts, then: Happening[], sent: number, day: number): { ratifying: number; objections: number } {
  const last = plusMonths(sent, 6)
  const all = ratified(facts, facts.chosen('denominator-date') === 'circulation' ? sent : Math.min(day, last))
  return {
    ratifying: all.length,
    objections: all.filter((seat) => story(facts, then, seat, last).objecting).length,
  }
}

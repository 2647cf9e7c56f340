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
      const { objecting, accepted } = story(facts, opened.after, seat, last)
      if (objecting) return accepted === null ? null : Math.max(accepted + 30, entry)
      if (seat.from <= last) return entry
      if (seat.from <= entry && facts.chosen('joiner-before-entry') !== 'late-joiner') return entry
      return facts.chosen('late-joiner') === 'unamended' ? null : Math.max(seat.from, entry)
    },
  }
}

interface Story {
  objecting: boolean
  accepted: number | null
}

const NOTHING: Story = { objecting: false, accepted: null }

function story(facts: Facts, then: Happening[], seat: Seat, last: number): Story {
  return tellsOf(facts, then, seat, last).reduce<Story>((told, each) => next(facts, told, each, last), NOTHING)
}

// A State that has deposited, and has no seat yet, is heard where the reading says so, when it objects in time.
function tellsOf(facts: Facts, then: Happening[], seat: Seat, last: number): Happening[] {
  const own = actsFrom(seat, facts, then)
  if (facts.chosen('objection-of-a-signatory') !== 'from-becoming-party') return own
  const waiting = (each: Happening) =>
    each.event.event === 'objection' && each.event.party === seat.code && each.day <= last && isWaiting(facts, each)
  return then.filter((each) => own.includes(each) || (waiting(each) && each.day >= seat.deposited))
}

function isWaiting(facts: Facts, { event, day }: Happening): boolean {
  return facts.seats.some(
    (seat) => seat.isState && seat.code === event.party && seat.deposited <= day && day < seat.from,
  )
}

function next(facts: Facts, told: Story, { event, day }: Happening, last: number): Story {
  const { objecting, accepted } = told
  const inTime = day <= last
  const take = (): Story => ({ objecting, accepted: accepted ?? day })
  const early = facts.chosen('early-acceptance')
  if (event.event === 'objection' && !objecting) {
    const heard = inTime || (day < last + 30 && facts.chosen('late-objection') === 'keeps-out-uncounted')
    return heard ? { objecting: true, accepted: null } : told
  }
  const fixed = facts.chosen('objection-withdrawal') === 'irrevocable'
  const tooEarly = early === 'none' && day < (facts.entered?.(day) ?? last + 30)
  if (event.event === 'objection-withdrawn' && objecting && !fixed) {
    if (inTime) return NOTHING
    return facts.chosen('withdrawal-after-deadline') === 'acceptance' && !tooEarly ? take() : told
  }
  if (event.event === 'acceptance' && objecting) {
    if (accepted === null && inTime && early === 'withdraws-objection') return NOTHING
    return tooEarly ? told : take()
  }
  return told
}

function count(facts: Facts, then: Happening[], sent: number, day: number): { ratifying: number; objections: number } {
  const last = plusMonths(sent, 6)
  const inTime = then.filter((each) => each.day <= last)
  const all = ratified(facts, facts.chosen('denominator-date') === 'circulation' ? sent : Math.min(day, last))
  return {
    ratifying: all.length,
    objections: all.filter((seat) => story(facts, inTime, seat, last).objecting).length,
  }
}

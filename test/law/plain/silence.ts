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
  if (event.event === 'objection') return told.objecting ? told : objects(facts, told, day, last)
  if (!told.objecting) return told
  if (event.event === 'objection-withdrawn') return withdraws(facts, told, day, last)
  return event.event === 'acceptance' ? accepts(facts, told, day, last) : told
}

function objects(facts: Facts, told: Story, day: number, last: number): Story {
  const heard = day <= last || (day < last + 30 && facts.chosen('late-objection') === 'keeps-out-uncounted')
  return heard ? { objecting: true, accepted: null } : told
}

function withdraws(facts: Facts, told: Story, day: number, last: number): Story {
  if (facts.chosen('objection-withdrawal') === 'irrevocable') return told
  if (day <= last) return NOTHING
  return facts.chosen('withdrawal-after-deadline') === 'acceptance' ? taken(facts, told, day, last) : told
}

function accepts(facts: Facts, told: Story, day: number, last: number): Story {
  const undone = told.accepted === null && day <= last && facts.chosen('early-acceptance') === 'withdraws-objection'
  return undone ? NOTHING : taken(facts, told, day, last)
}

function taken(facts: Facts, told: Story, day: number, last: number): Story {
  const tooEarly = facts.chosen('early-acceptance') === 'none' && day < (facts.entered?.(day) ?? last + 30)
  return tooEarly ? told : { objecting: true, accepted: told.accepted ?? day }
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

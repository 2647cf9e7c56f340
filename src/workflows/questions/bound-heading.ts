import { type Binding, type Exclusion, restsOn, type TextDivergence } from '../../law/index.ts'
import type { CalendarDay, ReadingChoice, Reason, Slug } from '../../treaty/index.ts'
import type { TreatyRecord } from '../record/treaty-record.ts'

/** A declaration without effect, with why. */
export interface InVain {
  treaty: Slug
  on: CalendarDay
  reasons: Reason[]
}

/** What a Party's text rests on besides the amendments. */
interface Declared {
  excluded: readonly (Exclusion & { entry: Slug | null })[]
  inVain: readonly InVain[]
  readings: ReadingChoice
  divergences: readonly TextDivergence[]
}

/** For whom a text is and on what day, what is left out of it, and on which readings it rests, in sentences. */
export function headingOf(record: TreatyRecord, name: string, binding: Binding, declared: Declared): string[] {
  const readings = Object.entries(declared.readings).map(([id, option]) => `${id}: ${option}`)
  const out = declared.excluded.map(({ treaty, entry, reasons }) => {
    const named = entry === null || entry === treaty ? treaty : `${entry}, declared as ${treaty}`
    return `${named} (${citesOf(reasons).join(', ')})`
  })
  return [
    ...(record.register.exercise === undefined ? [] : [record.register.exercise]),
    binding.record === null
      ? `${name} is no Party on ${binding.asOf}: nothing here binds it. This is the text that a Party would have.`
      : `As it binds ${name} on ${binding.asOf}.`,
    ...(out.length === 0 ? [] : [`Deemed not to be included: ${out.join('; ')}.`]),
    ...declared.inVain.map(inVainInWords),
    ...(readings.length === 0 ? [] : [`Readings taken: ${readings.join('; ')}.`]),
    ...declared.divergences.map(divergenceInWords),
  ]
}

function inVainInWords({ treaty, on, reasons }: InVain): string {
  const readings = Object.entries(restsOn(reasons)).map(([id, option]) => `; reading ${id}: ${option}`)
  return `Declared on ${on} without effect: ${treaty} (${citesOf(reasons).join(', ')}${readings.join('')}).`
}

function divergenceInWords({ reading, option, together, amendments, excluded, order }: TextDivergence): string {
  const changed = Object.entries({ [reading]: option, ...together }).map(([id, other]) => `${id}: ${other}`)
  const says = [
    ...amendments.map(({ proposal, binds }) => `${proposal} ${binds ? 'would bind' : 'would not bind'}`),
    ...excluded.map(({ treaty, excluded: out }) => `${treaty} would be ${out ? 'excluded' : 'included'}`),
    ...(order === undefined ? [] : [`the order would be ${order.join(', ')}`]),
  ]
  return `Another text by another reading, ${changed.join(', ')}: ${says.join('; ')}.`
}

/** The provisions of some reasons, each once. */
export function citesOf(reasons: readonly { cite: string }[]): string[] {
  return [...new Set(reasons.map(({ cite }) => cite))]
}

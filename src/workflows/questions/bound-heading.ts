import { type BoundText, restsOn, type TextDivergence } from '../../law/index.ts'

/** Returns for whom a text is and on which day, what it leaves out, and on which readings it rests, in sentences. */
export function headingOf(text: BoundText, name: string, exercise: string | undefined): string[] {
  const { record, asOf } = text.binding
  const readings = Object.entries(text.readings).map(([id, option]) => `${id}: ${option}`)
  const excluded = text.excluded.map(({ treaty, entry, reasons }) => {
    const named = entry === null || entry === treaty ? treaty : `${entry}, declared as ${treaty}`
    return `${named} (${citesOf(reasons).join(', ')})`
  })
  return [
    ...(exercise === undefined ? [] : [exercise]),
    record === null
      ? `${name} is not a Party on ${asOf}, so nothing here binds it. This is the text that would bind a Party.`
      : `The text that binds ${name} on ${asOf}.`,
    ...(excluded.length === 0 ? [] : [`Deemed not to be included: ${excluded.join('; ')}.`]),
    ...text.ineffective.map(ineffectiveInWords),
    ...(readings.length === 0 ? [] : [`Readings chosen: ${readings.join('; ')}.`]),
    ...text.divergences.map(divergenceInWords),
  ]
}

function ineffectiveInWords({ declaration: { treaty, on }, reason }: BoundText['ineffective'][number]): string {
  const readings = Object.entries(restsOn([reason])).map(([id, option]) => `; reading ${id}: ${option}`)
  return `Declared on ${on} without effect: ${treaty} (${reason.cite}${readings.join('')}).`
}

function divergenceInWords({ reading, option, together, amendments, excluded, order }: TextDivergence): string {
  const changed = Object.entries({ [reading]: option, ...together }).map(([id, other]) => `${id}: ${other}`)
  const says = [
    ...amendments.map(({ proposal, binds }) => `${proposal} ${binds ? 'would bind' : 'would not bind'}`),
    ...excluded.map(({ treaty, excluded: out }) => `${treaty} would be ${out ? 'excluded' : 'included'}`),
    ...(order === undefined ? [] : [`the order would be ${order.join(', ')}`]),
  ]
  return `The text would differ under ${changed.join(', ')}: ${says.join('; ')}.`
}

/** Returns the provisions of some reasons, each once. */
export function citesOf(reasons: readonly { cite: string }[]): string[] {
  return [...new Set(reasons.map(({ cite }) => cite))]
}

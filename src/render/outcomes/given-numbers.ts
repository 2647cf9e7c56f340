import type { GivenNumber, NumberToCome, Proposal } from '../../treaty/index.ts'
import { table } from '../terminal.ts'

/** Lists the numbers that an adoption recorded: `a-treaty 17 (16 in the text sent out)`. */
export function recordedNumbersText({ numbers = {}, frozen }: Proposal): string {
  const printed = new Map<string, string | null>()
  for (const change of frozen?.changes ?? []) {
    if (change.kind === 'added') printed.set(change.entry, change.after.number ?? null)
    if (change.kind === 'renumbered') printed.set(change.entry, change.after)
  }
  return Object.entries(numbers)
    .map(([entry, becomes]) => inWords({ entry, number: printed.get(entry) ?? null, becomes }, 'in the text sent out'))
    .join(', ')
}

/** Says which entries have another number in an edition than in the text sent out; empty if none has. */
export function givenNumbersText(numbers: readonly GivenNumber[]): string {
  return numbers.length === 0
    ? ''
    : `Numbers in the edition: ${numbers.map((each) => inWords(each, 'in the text sent out')).join(', ')}.`
}

function inWords({ entry, number, becomes }: GivenNumber, where: string): string {
  return number === null ? `${entry} ${becomes}` : `${entry} ${becomes} (${number} ${where})`
}

/** Lists the numbers to come: the order of adoption decides them. */
export function numbersToComeText(numbers: readonly NumberToCome[]): string {
  const rows = numbers.map(({ proposal, entry, number, becomes, after }) => [
    proposal,
    entry,
    number ?? 'none',
    becomes,
    after === 'main' ? 'after what main has' : `if adopted after ${after}`,
  ])
  return `Numbers that will differ from the text sent out:\n\n${table(rows, { headings: ['proposal', 'entry', 'number', 'becomes', ''] })}`
}

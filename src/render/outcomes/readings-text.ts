import { table } from '../terminal/table.ts'

/** An open question of the Convention, and the option in force. */
export interface ReadingToShow {
  id: string
  question: string
  cites: readonly string[]
  options: readonly { id: string; says: string; why: string }[]
  default: string
  authority: string
  chosen: string
}

/** Lists all open questions, one on each line, with their options; the option in force is in brackets. */
export function readingsText(readings: readonly ReadingToShow[], width?: number): string {
  const rows = readings.map(({ id, cites, options, chosen, question }) => {
    const shown = options.map((option) => (option.id === chosen ? `[${option.id}]` : option.id))
    return [id, cites.join(', '), shown.join(' · '), question]
  })
  return `${table(rows, { headings: ['reading', 'provision', 'options, [in force]', 'question'], width })}\n\nannex readings ID shows the reasons for each option.`
}

/** Returns one open question with the reasons for each option and the authority for the default. */
export function readingText(reading: ReadingToShow): string {
  const options = reading.options.map(({ id, says, why }) => {
    const marks = [id === reading.chosen ? 'in force' : '', id === reading.default ? 'default' : ''].filter(Boolean)
    return `${id}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}\n  ${says}\n  ${why}`
  })
  return [
    `${reading.id} (${reading.cites.join(', ')})\n${reading.question}`,
    ...options,
    `Authority: ${reading.authority}`,
    `To choose another option, set it in annexes/readings.yaml, or for one command with --reading ${reading.id}=OPTION.`,
  ].join('\n\n')
}

import type { CalendarDay, Finding, ReadingChoice, Reason, Slug, Status } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'
import { findingsText } from '../findings/text.ts'
import { table } from '../terminal.ts'
import { optionsTaken, readingInWords, sectionText } from './names.ts'

/** Whether and why an entry binds a Party on a day. */
export interface ExplanationToShow {
  says: string
  because: readonly Reason[]
  proposals: readonly { proposal: Slug; status: Status; boundFrom: CalendarDay | null; does: readonly string[] }[]
  readings: ReadingChoice
  divergences: readonly {
    reading: string
    option: string
    together?: ReadingChoice
    binds: boolean
    proposals: readonly { proposal: Slug; boundFrom: CalendarDay | null }[]
  }[]
  findings: readonly Finding[]
}

/**
 * Returns the answer with the steps that lead to it: each provision, what it says about the facts, the event with its file and
 * reference, and the reading.
 * @param name the Party's name
 * @param width columns of the terminal; without it, lines are not broken
 */
export function explanationText(explanation: ExplanationToShow, name: string, width?: number): string {
  const { says, because, proposals, readings, divergences, findings } = explanation
  const touching = proposals.map(({ proposal, status, boundFrom, does }) => [
    proposal,
    does.join(', '),
    status,
    boundFrom === null ? `does not bind ${name}` : `binds ${name} from ${boundFrom}`,
  ])
  return [
    safeForTerminal(says),
    sectionText('Why', table(because.map(step), { width: width === undefined ? undefined : width - 2 })),
    sectionText('Proposals that touch it', touching.length === 0 ? '' : table(touching)),
    sectionText('Readings it depends on', optionsTaken(readings).join('\n')),
    sectionText('What another reading would change', divergences.map(otherAnswer).join('\n')),
    findings.length === 0 ? '' : findingsText(findings),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function step({ cite, says, event, reading }: Reason): string[] {
  const met = event === undefined ? [] : [event.ref, event.file, event.rectified].filter((part) => part !== undefined)
  const rests = reading === undefined ? [] : [`reading ${reading.id}: ${reading.option}`]
  const sources = [...met, ...rests]
  return [cite, sources.length === 0 ? says : `${says} (${sources.join('; ')})`]
}

function otherAnswer({
  reading,
  option,
  together,
  binds,
  proposals,
}: ExplanationToShow['divergences'][number]): string {
  const days = proposals.map(({ proposal, boundFrom }) =>
    boundFrom === null ? `; ${proposal} does not` : `; ${proposal} from ${boundFrom}`,
  )
  return `${readingInWords(reading, option, together)}: ${binds ? 'it binds' : 'it does not bind'}${days.join('')}`
}

/** An open question of the Convention, and the option in force. */
export interface ReadingToShow {
  id: string
  question: string
  cites: readonly string[]
  options: readonly { id: string; says: string; why: string }[]
  default: string
  authority: string
  chosen: string
  decided?: { reason: string; recorded: string }
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
    ...(reading.decided === undefined ? [] : [`Set on ${reading.decided.recorded}: ${reading.decided.reason}`]),
    `To choose another option: annex readings set ${reading.id} OPTION --reason TEXT; for one command alone --reading ${reading.id}=OPTION.`,
  ].join('\n\n')
}

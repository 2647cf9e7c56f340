import type { CalendarDay, Finding, ReadingChoice, Reason, Slug, Status } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'
import { findingsText } from '../findings/text.ts'
import { table } from '../terminal/table.ts'
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
  const met = event === undefined ? [] : [event.ref, event.file].filter((part) => part !== undefined)
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

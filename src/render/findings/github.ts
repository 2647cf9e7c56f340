import type { Finding, Level } from '../../treaty/index.ts'
import { escapeMarkdown, safeForTerminal } from '../escape.ts'
import { markdownTable } from '../printers/markdown/document-markdown.ts'
import { countText } from './text.ts'
import { inSentences, worstFirst } from './wording.ts'

/** How many annotations GitHub shows for one step; it silently drops the others. */
const SHOWN_IN_A_STEP = 10

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/**
 * Returns GitHub workflow commands that annotate the lines of the most severe findings, at most ten. A plain line counts the
 * others. `githubSummary` lists every finding.
 * @param command the command that shows all of them
 */
export function githubAnnotations(findings: readonly Finding[], command = 'annex validate'): string {
  const ordered = worstFirst(findings)
  const lines = ordered.slice(0, SHOWN_IN_A_STEP).map(annotation)
  const left = ordered.slice(SHOWN_IN_A_STEP)
  if (left.length > 0) lines.push(`${countText(left)} more: see the job's summary, or run ${command}`)
  return lines.join('\n')
}

/**
 * Returns all findings as Markdown for the job's summary, the most severe first.
 * @param command the command that reported them
 * @param verdict one sentence: what was checked, and how many findings there are
 * @param room bytes that it may have
 */
export function githubSummary(
  findings: readonly Finding[],
  command: string,
  verdict: string,
  room = Number.POSITIVE_INFINITY,
): string {
  const heading = `### ${escapeMarkdown(command)}: ${countText(findings)}\n\n${escapeMarkdown(verdict)}\n`
  if (findings.length === 0) return heading
  const rows = worstFirst(findings).map((finding) =>
    [finding.level, placeOf(finding), inSentences(finding), finding.rule].map(escapeMarkdown),
  )
  return shortened(`${heading}\n${markdownTable(['Level', 'Place', 'Finding', 'Rule'], rows)}\n`, room, command)
}

/** Drops the last rows of a table that is longer than the room, and says how many. */
function shortened(markdown: string, room: number, command: string): string {
  const encoder = new TextEncoder()
  if (encoder.encode(markdown).length <= room) return markdown
  const lines = markdown.trimEnd().split('\n')
  let left = room - NOTE_ROOM
  const kept = lines.findIndex((line) => {
    left -= encoder.encode(line).length + 1
    return left < 0
  })
  const note = `${lines.length - kept} more findings did not fit here: run \`${escapeMarkdown(command)}\` to see all of them.`
  return `${lines.slice(0, kept).join('\n')}\n\n${note}\n`
}

/** Bytes kept free for the note. */
const NOTE_ROOM = 1000

function placeOf({ at }: Finding): string {
  if (at?.file === undefined) return ''
  return at.position === undefined ? at.file : `${at.file}:${at.position.line}`
}

function annotation({ level, rule, message, hint, cite, at }: Finding): string {
  const position = at?.position
  const oneLine = position !== undefined && position.line === position.endLine
  const properties = [
    ['file', at?.file],
    ['line', position?.line],
    ['endLine', position?.endLine],
    // GitHub takes columns only where line and end line are the same; its last column is part of the range.
    ['col', oneLine ? position.column : undefined],
    ['endColumn', oneLine ? Math.max(position.column, position.endColumn - 1) : undefined],
    ['title', cite === undefined ? rule : `${rule} [${cite}]`],
  ]
  const given = properties.filter(([, value]) => value !== undefined).map(([key, value]) => `${key}=${property(value)}`)
  return `::${COMMANDS[level]} ${given.join(',')}::${data(`${message}\n${hint}`)}`
}

/** Escapes the message of a workflow command. */
function data(text: string): string {
  const lines = text.split('\n').map(safeForTerminal)
  return lines.join('\n').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(value: unknown): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

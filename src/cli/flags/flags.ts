import { readFile } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import { languagesOf } from '../../render/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Count,
  type Document,
  isCalendarDay,
  isPartyCode,
  isRecordableDay,
  isSlug,
  RECORDED_DAYS,
} from '../../treaty/index.ts'
import { Args, Flags } from '../annex-command.ts'

const DOCUMENTS = 'annex-1, technical-annex, article-4, or another document of this repository.'

/** A flag that takes a calendar day, `2021-01-15`. */
export const dayFlag = Flags.custom<CalendarDay>({ helpValue: 'DATE', parse: async (input) => readDay(input) })

/** `--as-of`: the day that the answer is for. */
export const asOfFlag = dayFlag({ description: 'The day that the answer is for (default: today).' })

/** `--as-of` of what is recorded as decided: the day must have come. */
export const dayThatHasComeFlag = dayFlag({
  description: 'The day as of which it is decided; it must have come (default: today in UTC).',
})

/** Returns today on this machine's calendar. What is recorded as decided has a clock of its own, in UTC. */
export function today(): CalendarDay {
  return Temporal.Now.plainDateISO().toString()
}

/** A flag that takes a Party's code, `FRA`. */
export const partyFlag = Flags.custom<string>({ helpValue: 'CODE', parse: async (input) => readPartyCode(input) })

/** A positional argument that takes a Party's code. */
export const partyArgument = Args.custom<string>({
  description: 'ISO 3166-1 alpha-3 code, or the code of a regional organization.',
  parse: async (input) => readPartyCode(input),
})

/** A flag that takes a number, or a list of Parties: `24` or `FRA,BRA`. */
export const countFlag = Flags.custom<{ count: Count }>({
  helpValue: 'N|CODE,…',
  parse: async (input) => ({ count: /^\d{1,6}$/.test(input) ? Number(input) : input.split(',').map(readPartyCode) }),
})

/** A positional argument that takes a proposal's id. */
export const proposalArgument = Args.custom<string>({
  description: "The proposal's id.",
  parse: async (input) => readSlug(input, 'a proposal id'),
})

/** A positional argument that takes a document's id. */
export const documentArgument = Args.custom<string>({
  description: DOCUMENTS,
  parse: async (input) => readSlug(input, 'a document id'),
})

/** A flag that takes a document's id. */
export const documentOption = Flags.custom<string>({
  description: DOCUMENTS,
  helpValue: 'DOCUMENT',
  parse: async (input) => readSlug(input, 'a document id'),
})

/** A positional argument that takes an entry's id. */
export const entryArgument = Args.custom<string>({
  description: "The entry's id.",
  parse: async (input) => readSlug(input, 'an entry id'),
})

/** `--format`: one of the formats in a map from name to printer. */
export function formatFlag<Formats extends object, Default extends keyof Formats & string>(
  formats: Formats,
  standard: Default,
) {
  const options = Object.keys(formats).filter((name): name is keyof Formats & string => name in formats)
  return Flags.option({ options, default: standard, description: 'The output format.' })()
}

/** `--output`: the file to write instead of standard output. */
export const outputFlag = Flags.string({
  char: 'o',
  description: 'Write to this file instead of standard output.',
  helpValue: 'FILE',
})

/** `--lang`: one of a document's languages. */
export const languageFlag = Flags.string({
  description: 'Print this language only; text that has no translation into it is printed in the languages it has.',
  helpValue: 'CODE',
})

/**
 * Returns the language option for a printer, empty where no language was asked for.
 * @throws AnnexError not-found where the document has no text in that language
 */
export function languageAsked(document: Document, language: string | undefined): { language?: string } {
  if (language === undefined) return {}
  const languages = languagesOf(document)
  if (languages.includes(language)) return { language }
  const one = languages.join(' or ')
  throw new AnnexError('not-found', `${document.document} has no text in "${language}"`, `use --lang ${one}`)
}

/**
 * Returns the text of a flag's value, or for `@FILE` the content of the file, trimmed (see decodeGiven).
 * @throws AnnexError not-found, usage for a file that is not text
 */
export async function readTextFlag(value: string): Promise<string> {
  if (!value.startsWith('@')) return value
  const file = value.slice(1)
  const { decodeGiven } = await import('../../files/index.ts')
  const decoded = decodeGiven(await bytesOf(file))
  if ('text' in decoded) return decoded.text.trim()
  const { message, hint, at } = decoded.finding
  const { line = 1, column = 1 } = at?.position ?? {}
  throw new AnnexError('usage', `${file}:${line}:${column}: ${message}`, hint)
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new AnnexError('not-found', `cannot read the file ${file}`, 'name another file, or write the text')
  }
}

/** Returns the fields that have a value: a flag that was not given writes nothing to a file. */
export function withoutUndefined<Fields extends object>(fields: Fields): Partial<Fields> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Partial<Fields>
}

/** Returns an id as typed. @throws AnnexError usage for an invalid one */
export function readSlug(input: string, what: string): string {
  if (isSlug(input)) return input
  throw new AnnexError(
    'usage',
    `"${input}" is not ${what}`,
    'use lowercase letters, digits and single hyphens, for example add-budapest',
  )
}

function readDay(input: string): CalendarDay {
  if (isRecordableDay(input)) return input
  if (isCalendarDay(input)) throw new AnnexError('usage', `${input} is not a day ${RECORDED_DAYS}`, 'check the year')
  throw new AnnexError('usage', `"${input}" is not a calendar day`, 'write it as 2021-01-15')
}

function readPartyCode(input: string): string {
  if (isPartyCode(input)) return input
  throw new AnnexError(
    'usage',
    `"${input}" is not a Party's code`,
    'use ISO 3166-1 alpha-3 in capitals, for example FRA',
  )
}

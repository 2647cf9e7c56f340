import { AnnexError, type CalendarDay, type Count, isCalendarDay, isPartyCode, isSlug } from '../../treaty/index.ts'
import { Args, Flags } from '../oclif.ts'

/** A flag that takes a calendar day, `2031-01-15`. */
export const dayFlag = Flags.custom<CalendarDay>({ helpValue: 'DATE', parse: async (input) => readDay(input) })

/** A flag that takes a Party's code, `FRA`. */
export const partyFlag = Flags.custom<string>({ helpValue: 'CODE', parse: async (input) => readPartyCode(input) })

/** `--as-of`: the day asked. */
export const asOfFlag = dayFlag({ description: 'The day asked (default: today).' })

/** `--lang`: one of a document's languages. */
export const languageFlag = Flags.string({
  description: 'Print one language alone; what has no words in it keeps those it has.',
  helpValue: 'CODE',
})

/** A positional that takes a proposal's id. */
export const proposalArgument = Args.custom<string>({
  description: "The proposal's id.",
  parse: async (input) => readSlug(input, 'a proposal id'),
})

/** A positional that takes a document's id. */
export const documentArgument = Args.custom<string>({
  description: 'annex-1, technical-annex, article-4, or another document kept here.',
  parse: async (input) => readSlug(input, 'a document id'),
})

/** A flag that takes a document's id. */
export const documentOption = Flags.custom<string>({
  description: 'annex-1, technical-annex, article-4, or another document kept here.',
  helpValue: 'DOCUMENT',
  parse: async (input) => readSlug(input, 'a document id'),
})

/** A positional that takes an entry's id. */
export const entryArgument = Args.custom<string>({
  description: "The entry's id.",
  parse: async (input) => readSlug(input, 'an entry id'),
})

function readDay(input: string): CalendarDay {
  if (isCalendarDay(input)) return input
  throw new AnnexError('usage', `"${input}" is not a calendar day`, 'write it as 2031-01-15')
}

function readPartyCode(input: string): string {
  if (isPartyCode(input)) return input
  throw new AnnexError('usage', `"${input}" is not a Party's code`, 'use ISO 3166-1 alpha-3 in capitals, as FRA')
}

/** An id as typed. @throws AnnexError usage for one that is none */
export function readSlug(input: string, what: string): string {
  if (isSlug(input)) return input
  throw new AnnexError(
    'usage',
    `"${input}" is not ${what}`,
    'use small letters, digits and single hyphens, as add-budapest',
  )
}

/** A flag that takes a number, or a list of Parties: `24` or `FRA,BRA`. */
export const countFlag = Flags.custom<{ count: Count }>({
  helpValue: 'N|CODE,…',
  parse: async (input) => ({ count: /^\d{1,6}$/.test(input) ? Number(input) : input.split(',').map(readPartyCode) }),
})

/** A positional that takes a Party's code. */
export const partyArgument = Args.custom<string>({
  description: "ISO 3166-1 alpha-3, or a regional organization's code.",
  parse: async (input) => readPartyCode(input),
})

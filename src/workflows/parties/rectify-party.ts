import type { Repository } from '../../git/index.ts'
import { overlappingInstruments, voidDenunciations } from '../../law/index.ts'
import {
  AnnexError,
  type CalendarDay,
  canonicalJson,
  type Declaration,
  type Finding,
  hasErrors,
  type PartiesFile,
  type Party,
  type PartyFacts,
  type PartyRectification,
} from '../../treaty/index.ts'
import { alteredOutcomes } from '../record/altered-outcomes.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import { unknownParty } from '../record/refusals.ts'
import type { TreatyRecord } from '../record/treaty-record.ts'
import { registerFile } from './party-on-record.ts'
import { rectifyRegister } from './rectified-register.ts'

/** What to put right in the register, and why. */
export interface PartyRectificationAsked {
  code: string
  /** The day of deposit on record, to choose among several instruments of one State. */
  of?: CalendarDay | undefined
  on: CalendarDay
  ref: string
  reason: string
  /** The treaty of the declaration that is wrong; absent if the record itself is. */
  declaration?: string | undefined
  /** What the record or the declaration should have said; null if it is void. */
  right: PartyFacts | Partial<Declaration> | null
  /** Fields that it should not have had. */
  without: readonly string[]
}

/** The rectification, and the record after it (null: void); `commit` is null if nothing was written. */
export interface RectifiedParty {
  commit: string | null
  party: Party | null
  rectification: PartyRectification
  findings: Finding[]
}

/**
 * Records that the register should have said something else of a Party, or that a record or a declaration is void. The register then
 * says what is right, and keeps what it said before, why, on whose word and when.
 * @throws AnnexError not-found, usage when several records fit or nothing would change
 */
export async function rectifyPartyRecord(
  repository: Repository,
  asked: PartyRectificationAsked,
): Promise<RectifiedParty> {
  const { code, reason, ref } = asked
  return recordOnMain(
    repository,
    async (record) => {
      const party = recordNamed(record.register, asked)
      const rectification = rectificationOf(party, asked)
      const parties = rectifyRegister(record.register.parties, rectification) ?? []
      const rectifications = [...(record.register.rectifications ?? []), rectification]
      const register = { ...record.register, parties, rectifications }
      const findings = consequences(record, register)
      const files = hasErrors(findings) ? null : await registerFile(record, register)
      const message = `Rectify the record of ${code}\n\n${reason}\n\nReference: ${ref}\n`
      const after = parties.find((each) => !record.register.parties.includes(each)) ?? null
      return { party: after, rectification, findings, files, message }
    },
    { remedy: 'look at annex party list, then run the command again' },
  )
}

function recordNamed({ parties }: PartiesFile, { code, of }: PartyRectificationAsked): Party {
  const own = parties.filter((party) => party.code === code)
  const [only, another] = own.filter(({ deposited }) => of === undefined || deposited === of)
  if (own.length === 0) throw unknownParty(code)
  if (only !== undefined && another === undefined) return only
  const days = own.map(({ deposited }) => deposited).join(', ')
  const message = only === undefined ? `${code} has no instrument of ${of}` : `${code} has several instruments`
  throw new AnnexError('usage', message, `name the one on record with --of DATE: ${days}`)
}

function rectificationOf(party: Party, asked: PartyRectificationAsked): PartyRectification {
  const { code, on, ref, reason, declaration, right, without } = asked
  const head = { code, deposited: party.deposited, on, ref, reason }
  if (declaration === undefined && right === null) return { ...head, was: party, void: true }
  if (declaration === undefined) return { ...head, ...factsThatChange(party, { ...right }, without, code) }
  const wrong = party.declarations?.findLast(({ treaty }) => treaty === declaration)
  if (wrong === undefined) {
    throw new AnnexError('not-found', `${code} has no declaration on ${declaration}`, 'see annex party list --json')
  }
  const was = { declarations: [wrong] }
  if (right === null) return { ...head, was }
  const fields = Object.entries({ ...wrong, ...right }).filter(([field]) => !without.includes(field))
  const { treaty, on: day, ground } = { ...wrong, ...right }
  const corrected = { treaty: treaty ?? wrong.treaty, on: day ?? wrong.on, ground, ...Object.fromEntries(fields) }
  if (canonicalJson(corrected) === canonicalJson(wrong)) throw saysThat(code)
  return { ...head, was, instead: { declarations: [corrected] } }
}

function factsThatChange(
  party: Party,
  right: PartyFacts,
  without: readonly string[],
  code: string,
): Pick<PartyRectification, 'was' | 'instead'> {
  const said = new Map(Object.entries(party))
  const given = Object.entries(right).filter(
    ([field, value]) => canonicalJson(said.get(field) ?? null) !== canonicalJson(value),
  )
  const changed = [...given.map(([field]) => field), ...without].filter((field) => said.has(field))
  if (given.length === 0 && changed.length === 0) throw saysThat(code)
  const was: PartyFacts = Object.fromEntries(changed.map((field) => [field, said.get(field)]))
  return given.length === 0 ? { was } : { was, instead: Object.fromEntries(given) }
}

function saysThat(code: string): AnnexError {
  return new AnnexError(
    'usage',
    `the record of ${code} says that already`,
    'give what it should have said, or use --void',
  )
}

/** What the law does not allow after it, and the outcomes that it alters. */
function consequences(record: TreatyRecord, register: PartiesFile): Finding[] {
  const lawFindings = (parties: readonly Party[]) => [...overlappingInstruments(parties), ...voidDenunciations(parties)]
  const known = new Set(lawFindings(record.register.parties).map(({ message }) => message))
  const found = lawFindings(register.parties).filter(({ message }) => !known.has(message))
  return [...found, ...alteredOutcomes(record, { ...record, register })]
}

import type { Repository } from '../../git/index.ts'
import { conventionEntryIntoForce, isInstrumentInEffectOn, isSameTreaty, voidDenunciations } from '../../law/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Declaration,
  type Finding,
  hasErrors,
  type Party,
} from '../../treaty/index.ts'
import { proposalsAbout } from '../questions/document-for.ts'
import { originalText } from '../record/editions-and-branches.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import type { TreatyRecord } from '../record/treaty-record.ts'
import { type ListedOnRecord, listedTreaty, whyNoEffect } from './declaration-on-record.ts'
import { registeredOn, registerFile } from './party-on-record.ts'

/** A Party's record after the change; `commit` is null if findings did not allow it and nothing was written. */
export interface ChangedParty {
  commit: string | null
  party: Party
  findings: Finding[]
}

/**
 * Records that a Party denounced the Convention, by the day the notification was received (Article 71).
 * @throws AnnexError not-found for a code that is not in the register or has denounced, not-allowed for a day on which it is
 * not yet a State Party
 */
export async function denounce(
  repository: Repository,
  code: string,
  on: CalendarDay,
  ref?: string,
): Promise<ChangedParty> {
  const reference = ref === undefined ? '' : `\nReference: ${ref}\n`
  const message = `Record the denunciation of ${code}, ${on}\n${reference}`
  return changeParty(repository, message, async (record) => {
    const before = notYetDenounced(record, code, on)
    if (on < before.deposited) {
      const message = `${code} deposited its instrument on ${before.deposited}, after ${on}`
      throw new AnnexError('not-allowed', message, 'check the day the denunciation was received')
    }
    const after = { ...before, denounced: on, ...(ref === undefined ? {} : { denouncedRef: ref }) }
    const parties = record.register.parties.map((party) => (party === before ? after : party))
    const [early] = voidDenunciations(parties).filter(({ at }) => at?.path?.[1] === parties.indexOf(after))
    if (early !== undefined) {
      throw new AnnexError('not-allowed', early.message.replace(/\.$/, ''), 'check the day it was received')
    }
    return { before, after, findings: [], isRefused: false }
  })
}

/**
 * Records a declaration under Article 17 with the instrument that it belongs to. A declaration without effect is refused, and
 * the same declaration is never recorded twice.
 * @param force records a declaration without effect, and marks it so: a depositary also files those. The mark is for people:
 * under another reading, or once the treaty is listed, the declaration may have effect
 * @throws AnnexError not-found for a code that is not in the register
 */
export async function declare(
  repository: Repository,
  code: string,
  declaration: Declaration,
  force = false,
): Promise<ChangedParty> {
  const message = `Record the declaration of ${code} on ${declaration.treaty}, ${declaration.on}\n`
  return changeParty(repository, message, async (record) => {
    const [before] = registeredOn(record, code, declaration.on)
    const findings = whyNoEffect(declaration, before, await listedOnRecord(repository, record))
    const isRecorded = findings.some(({ rule }) => rule === 'law/declaration-once')
    const withoutEffect = findings.filter(({ level }) => level === 'error').map(({ message }) => message)
    const marked = withoutEffect.length === 0 ? declaration : { ...declaration, withoutEffect: withoutEffect.join(' ') }
    const after = { ...before, declarations: [...(before.declarations ?? []), marked] }
    return { before, after, findings, isRefused: isRecorded || (hasErrors(findings) && !force) }
  })
}

/**
 * Records that the treaty of a declaration entered into force for the Party, so that the declaration lapses.
 * @throws AnnexError not-found when the Party has no such declaration on that day
 */
export async function lapse(
  repository: Repository,
  code: string,
  treaty: string,
  on: CalendarDay,
): Promise<ChangedParty> {
  return changeParty(repository, `Record that ${treaty} entered into force for ${code}, ${on}\n`, async (record) => {
    const listed = await listedOnRecord(repository, record)
    for (const before of registeredOn(record, code, on)) {
      const lapsing = currentDeclaration(before, treaty, on, listed)
      if (lapsing === undefined) continue
      const declarations = before.declarations?.map((each) =>
        each === lapsing ? { ...each, enteredIntoForce: on } : each,
      )
      return { before, after: { ...before, ...(declarations && { declarations }) }, findings: [], isRefused: false }
    }
    throw new AnnexError(
      'not-found',
      `${code} has no declaration on ${treaty} that has effect on ${on}`,
      'see annex party list --json',
    )
  })
}

async function listedOnRecord(repository: Repository, record: TreatyRecord): Promise<ListedOnRecord> {
  const { entries: own } = await originalText(repository, 'annex-1')
  const { register, readings } = record
  return { parties: register.parties, readings, own, proposals: proposalsAbout(record, 'annex-1') }
}

/** The declaration on a treaty that was made by a day and has not lapsed; one that has effect before one that has none. */
function currentDeclaration(
  party: Party,
  treaty: string,
  on: CalendarDay,
  listed: ListedOnRecord,
): Declaration | undefined {
  const listing = listedTreaty(treaty, party, on, listed)
  const open = party.declarations?.filter(
    (each) => each.on <= on && isSameTreaty(each.treaty, treaty, listing) && each.enteredIntoForce === undefined,
  )
  const hasEffect = (each: Declaration) => whyNoEffect(each, { ...party, declarations: [] }, listed).length === 0
  return open?.findLast(hasEffect) ?? open?.at(-1)
}

function notYetDenounced(record: TreatyRecord, code: string, on: CalendarDay): Party {
  const [first, ...others] = registeredOn(record, code, on)
  const convention = conventionEntryIntoForce(record.register.parties)
  const isInEffect = (party: Party) => isInstrumentInEffectOn(party, on, convention)
  const current = [first, ...others].find(
    (party) => party.denounced === undefined && (isInEffect(party) || !isInEffect(first)),
  )
  if (current !== undefined) return current
  throw new AnnexError('not-found', `${code} has already denounced the Convention`, 'see annex party list')
}

/** A Party's record before and after a change, and what the law finds. */
interface PartyChange {
  before: Party
  after: Party
  findings: Finding[]
  isRefused: boolean
}

async function changeParty(
  repository: Repository,
  message: string,
  judge: (record: TreatyRecord) => Promise<PartyChange>,
): Promise<ChangedParty> {
  const { commit, before, after, findings } = await recordOnMain(
    repository,
    async (record) => {
      const change = await judge(record)
      return { ...change, message, files: change.isRefused ? null : await registerWith(record, change) }
    },
    { remedy: 'look at annex party list, then run the command again' },
  )
  return { commit, party: commit === null ? before : after, findings }
}

function registerWith(record: TreatyRecord, { before, after }: PartyChange) {
  const parties = record.register.parties.map((party) => (party === before ? after : party))
  return registerFile(record, { ...record.register, parties })
}

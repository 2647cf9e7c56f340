import { partiesPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { checkDenunciation, isInstrumentInEffectOn, isSameTreaty } from '../../law/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Declaration,
  type Finding,
  hasErrors,
  type Party,
} from '../../treaty/index.ts'
import { proposalsAbout } from '../questions/binding.ts'
import { originalText } from '../record/edition-tags.ts'
import { soundFile } from '../record/sound-file.ts'
import { asItIsNow, readRecord, type TreatyRecord } from '../record/treaty-record.ts'
import { type ListedOnRecord, listedTreaty, whyNoEffect } from './declaration-on-record.ts'
import { recordsOfTheDay } from './record-of-the-day.ts'

/** A Party's record as it was changed; `commit` is null where findings stood in the way and nothing was written. */
export interface ChangedParty {
  commit: string | null
  party: Party
  findings: Finding[]
}

/**
 * Records that a Party denounced the Convention, by the day the notification was received (Article 71).
 * @throws AnnexError not-found for a code that is not in the register or has denounced, not-allowed for a day on which it is no
 * State Party yet
 */
export async function denounce(
  repository: Repository,
  code: string,
  on: CalendarDay,
  ref?: string,
): Promise<ChangedParty> {
  const message = `Record the denunciation of ${code}, ${on}\n${referenceLine(ref)}`
  return change(repository, message, async (record) => {
    const before = notYetDenounced(record, code, on)
    if (on < before.deposited) {
      const message = `${code} deposited its instrument on ${before.deposited}, after ${on}`
      throw new AnnexError('not-allowed', message, 'check the day the denunciation was received')
    }
    const after = { ...before, denounced: on, ...(ref === undefined ? {} : { denouncedRef: ref }) }
    const [early] = checkDenunciation(after, record.register.parties)
    if (early !== undefined) {
      throw new AnnexError('not-allowed', early.message.replace(/\.$/, ''), 'check the day it was received')
    }
    return { before, after, findings: [], refused: false }
  })
}

/**
 * Records a declaration under Article 17, judged against the law; refused where the law gives it no effect. With `force` it is
 * recorded all the same, marked as without effect: a depositary also files what has none. The mark is for people: under another
 * reading, or once the treaty is listed, it may have effect. One that stands already is not recorded twice. It is entered with
 * the instrument that it was made with, or that stands on its day.
 * @throws AnnexError not-found for a code that is not in the register
 */
export async function declare(
  repository: Repository,
  code: string,
  declaration: Declaration,
  force = false,
): Promise<ChangedParty> {
  const message = `Record the declaration of ${code} on ${declaration.treaty}, ${declaration.on}\n`
  return change(repository, message, async (record) => {
    const [before] = recordsOf(record, code, declaration.on)
    const findings = whyNoEffect(declaration, before, await listedOnRecord(repository, record))
    const again = findings.some(({ rule }) => rule === 'law/declaration-once')
    const withoutEffect = findings.filter(({ level }) => level === 'error').map(({ message }) => message)
    const filed = withoutEffect.length === 0 ? declaration : { ...declaration, withoutEffect: withoutEffect.join(' ') }
    const after = { ...before, declarations: [...(before.declarations ?? []), filed] }
    return { before, after, findings, refused: again || (hasErrors(findings) && !force) }
  })
}

/**
 * Records that the treaty of a declaration entered into force for the Party, so that the declaration lapses.
 * @throws AnnexError not-found where no declaration on the treaty stands
 */
export async function lapse(
  repository: Repository,
  code: string,
  treaty: string,
  on: CalendarDay,
): Promise<ChangedParty> {
  return change(repository, `Record that ${treaty} entered into force for ${code}, ${on}\n`, async (record) => {
    const listed = await listedOnRecord(repository, record)
    const found = recordsOf(record, code, on)
      .map((before) => ({ before, standing: standingDeclaration(before, treaty, on, listed) }))
      .find(({ standing }) => standing !== undefined)
    if (found === undefined) {
      throw new AnnexError(
        'not-found',
        `${code} has no declaration on ${treaty} that stands on ${on}`,
        'see annex party list --json',
      )
    }
    const { before, standing } = found
    const declarations = before.declarations?.map((each) =>
      each === standing ? { ...each, enteredIntoForce: on } : each,
    )
    const after = { ...before, ...(declarations === undefined ? {} : { declarations }) }
    return { before, after, findings: [], refused: false }
  })
}

async function listedOnRecord(repository: Repository, record: TreatyRecord): Promise<ListedOnRecord> {
  const { entries: own } = await originalText(repository, 'annex-1')
  const { register, readings } = record
  return { parties: register.parties, readings, own, proposals: proposalsAbout(record, 'annex-1') }
}

function referenceLine(ref: string | undefined): string {
  return ref === undefined ? '' : `\nReference: ${ref}\n`
}

/** The declaration on a treaty that has not lapsed, made by a day; one filed in vain may stand beside the one that has effect. */
function standingDeclaration(
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

function recordsOf({ register }: TreatyRecord, code: string, day: CalendarDay): [Party, ...Party[]] {
  const [first, ...others] = recordsOfTheDay(register.parties, code, day)
  if (first !== undefined) return [first, ...others]
  throw new AnnexError('not-found', `the register holds no Party ${code}`, 'annex party list shows those there are')
}

function notYetDenounced(record: TreatyRecord, code: string, on: CalendarDay): Party {
  const [first, ...others] = recordsOf(record, code, on)
  const standing = [first, ...others].find(
    (party) =>
      party.denounced === undefined && (isInstrumentInEffectOn(party, on) || !isInstrumentInEffectOn(first, on)),
  )
  if (standing !== undefined) return standing
  throw new AnnexError('not-found', `${code} has denounced already`, 'annex party list shows those there are')
}

/** A Party's record as it stands, as it is to be, and what the law says of that. */
interface Change {
  before: Party
  after: Party
  findings: Finding[]
  /** Whether they stand in the way of writing it. */
  refused: boolean
}

/** Judges the change by the register that it meets: again when another clerk was faster. */
async function change(
  repository: Repository,
  message: string,
  judge: (record: TreatyRecord) => Promise<Change>,
): Promise<ChangedParty> {
  const met = await readRecord(repository)
  let made = await judge(met)
  if (made.refused) return { commit: null, party: made.before, findings: made.findings }
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    files: async (tip) => {
      const record = await asItIsNow(met, tip)
      if (record !== met) made = await judge(record)
      if (made.refused) throw overtaken(made.findings)
      return registerWith(record, made)
    },
    message,
  })
  return { commit, party: made.after, findings: made.findings }
}

async function registerWith({ register, snapshot }: TreatyRecord, { before, after }: Change) {
  const parties = register.parties.map((party) => (party === before ? after : party))
  const previous = (await snapshot.readFile(partiesPath)) ?? undefined
  return new Map([[partiesPath, soundFile('parties', partiesPath, { ...register, parties }, previous)]])
}

function overtaken(findings: readonly Finding[]): AnnexError {
  const why = findings.find(({ level }) => level === 'error')?.message ?? 'the register moved'
  return new AnnexError(
    'moved-meanwhile',
    `another clerk was faster: ${why}`,
    'look at annex party list, then try again',
  )
}

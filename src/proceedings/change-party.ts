import { isSameTreaty } from '../law/index.ts'
import { partiesPath, type Repository } from '../store/index.ts'
import { AnnexError, type CalendarDay, type Declaration, type Finding, hasErrors, type Party } from '../treaty/index.ts'
import { proposalsAbout } from './binding.ts'
import { type ListedOnRecord, listedTreaty, whyNoEffect } from './declarations.ts'
import { originalText } from './editions.ts'
import { asItIsNow, readRecord, type TreatyRecord } from './record.ts'
import { soundFile } from './sound-file.ts'

/** A Party's record as it was changed; `commit` is null where findings stood in the way and nothing was written. */
export interface ChangedParty {
  commit: string | null
  party: Party
  findings: Finding[]
}

/**
 * Records that a Party denounced the Convention, by the day the notification was received (Article 71).
 * @throws AnnexError not-found for a code without a standing record, not-allowed for a day before its deposit
 */
export async function denounce(
  repository: Repository,
  code: string,
  on: CalendarDay,
  ref?: string,
): Promise<ChangedParty> {
  const message = `Record the denunciation of ${code}, ${on}\n${referenceLine(ref)}`
  return change(repository, message, async (record) => {
    const before = standingRecord(record, code)
    if (on < before.deposited) {
      const message = `${code} deposited its instrument on ${before.deposited}, after ${on}`
      throw new AnnexError('not-allowed', message, 'check the day the denunciation was received')
    }
    const after = { ...before, denounced: on, ...(ref === undefined ? {} : { denouncedRef: ref }) }
    return { before, after, findings: [], refused: false }
  })
}

/**
 * Records a declaration under Article 17, judged against the law; refused where the law gives it no effect. With `force` it is
 * recorded all the same, marked as without effect: a depositary also files what has none. The mark is for people: under another
 * reading, or once the treaty is listed, it may have effect. One that stands already is not recorded twice.
 * @throws AnnexError not-found for a code without a standing record
 */
export async function declare(
  repository: Repository,
  code: string,
  declaration: Declaration,
  force = false,
): Promise<ChangedParty> {
  const message = `Record the declaration of ${code} on ${declaration.treaty}, ${declaration.on}\n`
  return change(repository, message, async (record) => {
    const before = standingRecord(record, code)
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
    const before = standingRecord(record, code)
    const listed = await listedOnRecord(repository, record)
    const listing = listedTreaty(treaty, before, on, listed)
    const open = before.declarations?.filter(
      (each) => isSameTreaty(each.treaty, treaty, listing) && each.enteredIntoForce === undefined,
    )
    // One filed in vain may stand beside it: what lapses is the one that has effect.
    const hasEffect = (each: Declaration) => whyNoEffect(each, { ...before, declarations: [] }, listed).length === 0
    const standing = open?.findLast(hasEffect) ?? open?.at(-1)
    if (standing === undefined || on < standing.on) {
      throw new AnnexError(
        'not-found',
        `${code} has no declaration on ${treaty} that stands on ${on}`,
        'see annex party list --json',
      )
    }
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

function standingRecord({ register }: TreatyRecord, code: string): Party {
  const standing = register.parties.findLast((party) => party.code === code && party.denounced === undefined)
  if (standing !== undefined) return standing
  const left = register.parties.some((party) => party.code === code)
  const message = left ? `${code} has denounced already` : `the register holds no Party ${code}`
  throw new AnnexError('not-found', message, 'annex party list shows those there are')
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

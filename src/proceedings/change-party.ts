import { partiesPath, type Repository } from '../store/index.ts'
import { AnnexError, type CalendarDay, type Declaration, type Finding, hasErrors, type Party } from '../treaty/index.ts'
import { proposalsAbout } from './binding.ts'
import { whyNoEffect } from './declarations.ts'
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
export async function denounce(repository: Repository, code: string, on: CalendarDay): Promise<ChangedParty> {
  return change(repository, `Record the denunciation of ${code}, ${on}\n`, async (record) => {
    const before = standingRecord(record, code)
    if (on < before.deposited) {
      const message = `${code} deposited its instrument on ${before.deposited}, after ${on}`
      throw new AnnexError('not-allowed', message, 'check the day the denunciation was received')
    }
    return { before, after: { ...before, denounced: on }, findings: [] }
  })
}

/**
 * Records a declaration under Article 17, judged against the law; refused where the law gives it no effect.
 * @throws AnnexError not-found for a code without a standing record
 */
export async function declare(repository: Repository, code: string, declaration: Declaration): Promise<ChangedParty> {
  const message = `Record the declaration of ${code} on ${declaration.treaty}, ${declaration.on}\n`
  return change(repository, message, async (record) => {
    const before = standingRecord(record, code)
    const findings = await whyNot(repository, record, before, declaration)
    return { before, after: { ...before, declarations: [...(before.declarations ?? []), declaration] }, findings }
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
    const standing = before.declarations?.findLast(
      (each) => each.treaty === treaty && each.enteredIntoForce === undefined,
    )
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
    return { before, after: { ...before, ...(declarations === undefined ? {} : { declarations }) }, findings: [] }
  })
}

async function whyNot(
  repository: Repository,
  record: TreatyRecord,
  party: Party,
  declaration: Declaration,
): Promise<Finding[]> {
  const { register, readings } = record
  const own = (await originalText(repository, 'annex-1')).entries.map(({ id }) => id)
  const proposals = proposalsAbout(record, 'annex-1')
  return whyNoEffect(declaration, party, { parties: register.parties, readings, own, proposals })
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
}

/** Judges the change by the register that it meets: again when another clerk was faster. */
async function change(
  repository: Repository,
  message: string,
  judge: (record: TreatyRecord) => Promise<Change>,
): Promise<ChangedParty> {
  const met = await readRecord(repository)
  let made = await judge(met)
  if (hasErrors(made.findings)) return { commit: null, party: made.before, findings: made.findings }
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    files: async (tip) => {
      const record = await asItIsNow(met, tip)
      if (record !== met) made = await judge(record)
      if (hasErrors(made.findings)) throw overtaken(made.findings)
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

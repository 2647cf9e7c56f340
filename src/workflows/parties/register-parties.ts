import { partiesPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { doInstrumentsOverlap, overlappingInstruments } from '../../law/index.ts'
import { AnnexError, canonicalJson, type Finding, isKnownError, type Party } from '../../treaty/index.ts'
import { soundFile } from '../record/sound-file.ts'
import { asItIsNow, readRecord, type TreatyRecord } from '../record/treaty-record.ts'

/** What the register gained; `commit` is null when it already held all of it. */
export interface Registered {
  commit: string | null
  added: Party[]
  unchanged: Party[]
}

/**
 * Enters Parties in the register on main. One that stands there already, word for word, is left as it is; one that stands
 * there otherwise is refused, because a record is not overwritten by an import. Clerks who enter others at once queue.
 * @param exercise says that the register is an exercise, where it is
 * @throws AnnexError already-exists
 */
export async function registerParties(
  repository: Repository,
  parties: readonly Party[],
  exercise?: string,
): Promise<Registered> {
  const met = await readRecord(repository)
  let plan = entering(met, parties)
  if (plan.added.length === 0) return { commit: null, ...plan }
  try {
    const { commit } = await repository.commit({
      branch: repository.mainBranch,
      // Asked again when another clerk was faster: what is entered is what the register then lacks.
      files: async (tip) => {
        const record = await asItIsNow(met, tip)
        if (record !== met) plan = entering(record, parties)
        return plan.added.length === 0 ? new Map() : registerWith(record, plan.added, exercise)
      },
      message: () => messageOf(plan.added),
    })
    return { commit, ...plan }
  } catch (error) {
    // Another clerk entered all of it meanwhile, word for word.
    if (plan.added.length === 0 && isKnownError(error, 'invalid')) return { commit: null, ...plan }
    throw error
  }
}

function entering({ register }: TreatyRecord, parties: readonly Party[]): Omit<Registered, 'commit'> {
  const added = parties.filter((party) => !isRegistered(party, register.parties))
  refuseTwoInstruments(register.parties, added)
  return { added, unchanged: parties.filter((party) => !added.includes(party)) }
}

async function registerWith({ register, snapshot }: TreatyRecord, added: readonly Party[], exercise?: string) {
  const whole = {
    ...(exercise === undefined ? {} : { exercise }),
    ...register,
    parties: [...register.parties, ...added],
  }
  const previous = (await snapshot.readFile(partiesPath)) ?? undefined
  return new Map([[partiesPath, soundFile('parties', partiesPath, whole, previous)]])
}

function isRegistered(party: Party, registered: readonly Party[]): boolean {
  const same = registered.find(({ code, deposited }) => code === party.code && deposited === party.deposited)
  const otherwise = same === undefined ? undefined : fieldSaidOtherwise(party, same)
  if (same !== undefined && otherwise === undefined) return true
  // A State that denounced may come back with a new instrument; and an earlier one, ended before, may be entered later.
  const standing = same ?? registered.find((other) => other.code === party.code && doInstrumentsOverlap(other, party))
  if (standing === undefined) return false
  const but = otherwise === undefined ? '' : `, with another ${otherwise}`
  throw new AnnexError(
    'already-exists',
    `the register already holds ${party.code}, ${standing.instrument} deposited ${standing.deposited}${but}`,
    'look at annex party list; a record is not overwritten',
  )
}

/** What is to be entered and stands there otherwise; what it leaves unsaid, the register may have learned since. */
function fieldSaidOtherwise(party: Party, registered: Party): string | undefined {
  return Object.entries(party).find(
    ([field, value]) => canonicalJson(value) !== canonicalJson(Reflect.get(registered, field) ?? null),
  )?.[0]
}

/** @throws AnnexError already-exists where two records of one State would stand beside each other */
function refuseTwoInstruments(registered: readonly Party[], added: readonly Party[]): void {
  const isNew = ({ at }: Finding) => Number(at?.path?.[1]) >= registered.length
  const beside = overlappingInstruments([...registered, ...added]).find(isNew)
  if (beside === undefined) return
  throw new AnnexError(
    'already-exists',
    beside.message.replace(/\.$/, ''),
    'enter the one that the depositary says stands',
  )
}

function messageOf(added: readonly Party[]): string {
  const [only] = added
  if (added.length === 1 && only !== undefined) {
    return `Record ${only.code}: ${only.instrument} deposited ${only.deposited}\n`
  }
  return `Record ${added.length} Parties\n\n${added.map((party) => `${party.code} ${party.instrument} ${party.deposited}`).join('\n')}\n`
}

import { partiesPath, type Repository, serialize } from '../store/index.ts'
import { AnnexError, type Party } from '../treaty/index.ts'
import { readRecord } from './record.ts'

/** What the register gained; `commit` is null when it already held all of it. */
export interface Registered {
  commit: string | null
  added: Party[]
  unchanged: Party[]
}

/**
 * Enters Parties in the register on main. One that stands there already, word for word, is left as it is; one that stands
 * there otherwise is refused, because a record is not overwritten by an import.
 * @param exercise says that the register is an exercise, where it is
 * @throws AnnexError already-exists
 */
export async function registerParties(
  repository: Repository,
  parties: readonly Party[],
  exercise?: string,
): Promise<Registered> {
  const record = await readRecord(repository)
  const { register } = record
  const added = parties.filter((party) => !isRegistered(party, register.parties))
  const unchanged = parties.filter((party) => !added.includes(party))
  if (added.length === 0) return { commit: null, added, unchanged }
  const content = serialize(
    'parties',
    {
      ...(exercise === undefined ? {} : { exercise }),
      ...register,
      parties: [...register.parties, ...added],
    },
    (await record.snapshot.readFile(partiesPath)) ?? undefined,
  )
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    expected: record.commit,
    files: new Map([[partiesPath, new TextEncoder().encode(content)]]),
    message: messageOf(added),
  })
  return { commit, added, unchanged }
}

function isRegistered(party: Party, registered: readonly Party[]): boolean {
  const same = registered.find(({ code, deposited }) => code === party.code && deposited === party.deposited)
  if (same !== undefined && same.instrument === party.instrument) return true
  // A State that denounced may come back with a new instrument.
  const standing = registered.find(({ code, denounced }) => code === party.code && denounced === undefined)
  if (same === undefined && standing === undefined) return false
  throw new AnnexError(
    'already-exists',
    `the register already holds ${party.code}, ${(same ?? standing)?.instrument} deposited ${(same ?? standing)?.deposited}`,
    'look at annex party list; a record is not overwritten',
  )
}

function messageOf(added: readonly Party[]): string {
  const [only] = added
  if (added.length === 1 && only !== undefined) {
    return `Record ${only.code}: ${only.instrument} deposited ${only.deposited}\n`
  }
  return `Record ${added.length} Parties\n\n${added.map((party) => `${party.code} ${party.instrument} ${party.deposited}`).join('\n')}\n`
}

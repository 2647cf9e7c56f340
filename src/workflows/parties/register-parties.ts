import { readFile } from 'node:fs/promises'
import { locateFindings, type ParsedFile, parsePartiesFile } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import {
  conventionEntryIntoForce,
  doInstrumentsOverlap,
  overlappingInstruments,
  unknownCodes,
  voidDenunciations,
} from '../../law/index.ts'
import { AnnexError, canonicalJson, type Finding, type Party } from '../../treaty/index.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import type { TreatyRecord } from '../record/treaty-record.ts'
import { refuseUnknownCodes } from './known-codes.ts'
import { registerFile } from './party-on-record.ts'

/** Reads a list of Parties from a YAML or CSV file anywhere on disk. @throws AnnexError not-found, unreadable */
export async function readPartiesFile(file: string): Promise<ParsedFile<'parties'>> {
  const parsed = parsePartiesFile(file, await bytesOf(file))
  const unknown = parsed.data === null ? [] : locateFindings(unknownCodes(parsed.data.parties), parsed)
  return { ...parsed, findings: [...parsed.findings, ...unknown] }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    if (code === 'ENOENT') throw new AnnexError('not-found', `file ${file} not found`, 'check the path', { cause })
    throw new AnnexError('unreadable', `${file} cannot be read`, 'name a file that you may read', { cause })
  }
}

/** The Parties that the register gained; `commit` is null if it already had all of them. */
export interface Registered {
  commit: string | null
  added: Party[]
  unchanged: Party[]
}

/**
 * Adds Parties to the register on main. A Party that the register has with the same words is left as it is; one that it has
 * with other words is refused, because an import never overwrites a record.
 * @param exercise the register's notice that it is an exercise, when it is one
 * @throws AnnexError already-exists, not-allowed for a denunciation that is void
 */
export async function registerParties(
  repository: Repository,
  parties: readonly Party[],
  exercise?: string,
): Promise<Registered> {
  const { commit, added, unchanged } = await recordOnMain(
    repository,
    async (record) => {
      refuseUnknownParties(parties)
      const added = parties.filter((party) => !isRegistered(party, record.register.parties))
      refuseWhatHasNoEffect(record.register.parties, added)
      const unchanged = parties.filter((party) => !added.includes(party))
      const files = added.length === 0 ? new Map<string, Uint8Array>() : await registerWith(record, added, exercise)
      return { added, unchanged, findings: [], files, message: messageOf(added) }
    },
    { remedy: 'look at annex party list, then run the command again' },
  )
  return { commit, added, unchanged }
}

/** @throws AnnexError usage for the code of a State, or of a member of an organization, that is not in ISO 3166-1 */
function refuseUnknownParties(parties: readonly Party[]): void {
  const states = parties.flatMap(({ code, organization }) => organization?.members ?? [code])
  refuseUnknownCodes(states, [])
}

function registerWith(record: TreatyRecord, added: readonly Party[], exercise?: string) {
  const { register } = record
  return registerFile(record, {
    ...(exercise === undefined ? {} : { exercise }),
    ...register,
    parties: [...register.parties, ...added],
  })
}

function isRegistered(party: Party, registered: readonly Party[]): boolean {
  const same = registered.find(({ code, deposited }) => code === party.code && deposited === party.deposited)
  const field = same === undefined ? undefined : fieldThatDiffers(party, same)
  if (same !== undefined && field === undefined) return true
  // A State that denounced may come back with a new instrument; an earlier one that ended before it may be added later.
  const convention = conventionEntryIntoForce(registered)
  const overlaps = (other: Party) => other.code === party.code && doInstrumentsOverlap(other, party, convention)
  const current = same ?? registered.find(overlaps)
  if (current === undefined) return false
  const but = field === undefined ? '' : `, with another ${field}`
  throw new AnnexError(
    'already-exists',
    `the register already has ${party.code}, ${current.instrument} deposited ${current.deposited}${but}`,
    'look at annex party list; a record is not overwritten',
  )
}

/** The first field that both have and that differs. A field that `party` leaves out does not: the register may have it. */
function fieldThatDiffers(party: Party, registered: Party): string | undefined {
  return Object.entries(party).find(
    ([field, value]) => canonicalJson(value) !== canonicalJson(Reflect.get(registered, field) ?? null),
  )?.[0]
}

/**
 * @throws AnnexError already-exists when two instruments of one State would be in effect at the same time, not-allowed for a
 * denunciation that is void
 */
function refuseWhatHasNoEffect(registered: readonly Party[], added: readonly Party[]): void {
  const all = [...registered, ...added]
  const isNew = ({ at }: Finding) => Number(at?.path?.[1]) >= registered.length
  const overlapping = overlappingInstruments(all).find(isNew)
  if (overlapping !== undefined) {
    const hint = 'record the instrument that the depositary says is in effect'
    throw new AnnexError('already-exists', overlapping.message.replace(/\.$/, ''), hint)
  }
  const ineffective = voidDenunciations(all).find(isNew)
  if (ineffective === undefined) return
  throw new AnnexError('not-allowed', ineffective.message.replace(/\.$/, ''), 'remove it, or correct the day received')
}

function messageOf(added: readonly Party[]): string {
  const [only] = added
  if (added.length === 1 && only !== undefined) {
    return `Record ${only.code}: ${only.instrument} deposited ${only.deposited}\n`
  }
  return `Record ${added.length} Parties\n\n${added.map((party) => `${party.code} ${party.instrument} ${party.deposited}`).join('\n')}\n`
}

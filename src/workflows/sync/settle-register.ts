import { parseFile, partiesPath, serialize } from '../../files/index.ts'
import type { FileVersions } from '../../git/index.ts'
import { mergeValue, type ThreeVersions, type ThreeWayResult } from '../../text/index.ts'
import { type Declaration, hasErrors, type PartiesFile, type Party } from '../../treaty/index.ts'

/**
 * The register of Parties where two clones changed it: what each side entered stands in it, by code and day of deposit; of one
 * Party's record the instrument as one side has it, the denunciation as one side has it, and the declarations of both. Null for any other file, and where both changed the
 * same thing, each in its way, or one State would stand there twice.
 */
export function settleRegister({ path, base, ours, theirs }: FileVersions): Uint8Array | null {
  if (path !== partiesPath) return null
  const [was, mine, other] = [base, ours, theirs].map(readRegister)
  if (!was || !mine || !other) return null
  const exercise = mergeValue({ base: was.exercise, ours: mine.exercise, theirs: other.exercise })
  const parties = settleList({ base: was.parties, ours: mine.parties, theirs: other.parties }, instrument, settleParty)
  if (!exercise.agreed || parties === null || standsTwice(parties)) return null
  const register = { ...(exercise.value === undefined ? {} : { exercise: exercise.value }), parties }
  return new TextEncoder().encode(serialize('parties', register, theirs))
}

function readRegister(bytes: Uint8Array): PartiesFile | null {
  const { data, findings } = parseFile('parties', { file: partiesPath, bytes })
  return hasErrors(findings) ? null : data
}

function instrument({ code, deposited }: Party): string {
  return `${code} ${deposited}`
}

/** A list with what either side added to it, changed in it or took out; theirs first. Null where they do not agree. */
function settleList<Item>(
  lists: ThreeVersions<readonly Item[]>,
  keyOf: (item: Item) => string,
  settle: (item: ThreeVersions<Item>) => Item | null,
): Item[] | null {
  const [base, ours, theirs] = [lists.base, lists.ours, lists.theirs].map(
    (list) => new Map(list.map((item) => [keyOf(item), item])),
  )
  const settled: Item[] = []
  for (const key of new Set([...(theirs?.keys() ?? []), ...(ours?.keys() ?? [])])) {
    const three = { base: base?.get(key), ours: ours?.get(key), theirs: theirs?.get(key) }
    const merged: ThreeWayResult<Item | undefined> = mergeValue(three)
    const item = merged.agreed ? merged.value : settleItem(three, settle)
    if (item === null) return null
    if (item !== undefined) settled.push(item)
  }
  return settled
}

function settleItem<Item>(
  { base, ours, theirs }: ThreeVersions<Item | undefined>,
  settle: (item: ThreeVersions<Item>) => Item | null,
): Item | null {
  return base === undefined || ours === undefined || theirs === undefined ? null : settle({ base, ours, theirs })
}

function settleParty({ base, ours, theirs }: ThreeVersions<Party>): Party | null {
  const declarations = settleList(
    { base: base.declarations ?? [], ours: ours.declarations ?? [], theirs: theirs.declarations ?? [] },
    ({ treaty, on }: Declaration) => `${treaty} ${on}`,
    () => null,
  )
  const denunciation = mergeValue({
    base: denunciationIn(base),
    ours: denunciationIn(ours),
    theirs: denunciationIn(theirs),
  })
  const rest = mergeValue({ base: instrumentIn(base), ours: instrumentIn(ours), theirs: instrumentIn(theirs) })
  if (declarations === null || !denunciation.agreed || !rest.agreed) return null
  return {
    ...rest.value,
    ...denunciation.value,
    ...(declarations.length === 0 ? {} : { declarations }),
  }
}

function denunciationIn({ denounced, denouncedRef }: Party): Pick<Party, 'denounced' | 'denouncedRef'> {
  return { ...(denounced === undefined ? {} : { denounced }), ...(denouncedRef === undefined ? {} : { denouncedRef }) }
}

function instrumentIn({ declarations: _, denounced: __, denouncedRef: ___, ...rest }: Party): Party {
  return rest
}

// Two clerks entered one State, each with another instrument: which one counts is not for a program to say.
function standsTwice(parties: readonly Party[]): boolean {
  const standing = parties.filter(({ denounced }) => denounced === undefined).map(({ code }) => code)
  return new Set(standing).size < standing.length
}

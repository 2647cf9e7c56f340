import { describe, expect, it } from 'vitest'
import { parseFile, partiesPath, serialize } from '../../../src/files/index.ts'
import type { PartiesFile, Party } from '../../../src/treaty/index.ts'
import { mergeRegister } from '../../../src/workflows/index.ts'

const party = (code: string, more: Partial<Party> = {}): Party => ({
  code,
  instrument: 'ratification',
  deposited: '2020-01-01',
  ...more,
})

const bytes = (parties: readonly Party[], exercise?: string): Uint8Array =>
  new TextEncoder().encode(
    serialize('parties', { ...(exercise === undefined ? {} : { exercise }), parties: [...parties] }),
  )

/** The register that the three come to; null where they come to none. */
function settle(base: readonly Party[], ours: readonly Party[], theirs: readonly Party[]): PartiesFile | null {
  const settled = mergeRegister({ path: partiesPath, base: bytes(base), ours: bytes(ours), theirs: bytes(theirs) })
  return settled === null ? null : parseFile('parties', { file: partiesPath, bytes: settled }).data
}

const [FRA, BRA, DEU] = [party('FRA'), party('BRA'), party('DEU')]

describe('the register of Parties, changed in two clones', () => {
  it('holds the Parties that each of them entered', () => {
    expect(settle([FRA], [FRA, BRA], [FRA, DEU])?.parties).toEqual([FRA, DEU, BRA])
  })

  it('holds a Party once that both entered alike, and none where they entered it in two ways', () => {
    expect(settle([], [FRA], [FRA])?.parties).toEqual([FRA])
    expect(settle([], [FRA], [party('FRA', { instrument: 'accession' })])).toBeNull()
    expect(settle([], [FRA], [party('FRA', { deposited: '2020-02-01' })])).toBeNull()
  })

  it('holds what one side said of a Party, and what the other said of another', () => {
    const left = party('FRA', { denounced: '2021-01-01' })
    expect(settle([FRA, BRA], [left, BRA], [FRA, party('BRA', { ref: 'X-1' })])?.parties).toEqual([
      left,
      party('BRA', { ref: 'X-1' }),
    ])
  })

  it('holds the declarations of one Party that each recorded, and its denunciation', () => {
    const declares = (...treaties: string[]): Partial<Party> => ({
      declarations: treaties.map((treaty) => ({ treaty, on: '2021-01-01', ground: 'not-a-party' })),
    })
    const ours = party('FRA', declares('hague-1970', 'montreal-1971'))
    const theirs = party('FRA', { ...declares('hague-1970', 'new-york-1973'), denounced: '2022-01-01' })
    expect(settle([party('FRA', declares('hague-1970'))], [ours], [theirs])?.parties).toEqual([
      party('FRA', { ...declares('hague-1970', 'new-york-1973', 'montreal-1971'), denounced: '2022-01-01' }),
    ])
  })

  it('holds a denunciation with its reference, and a name put right beside it', () => {
    const left = { denounced: '2022-01-01', denouncedRef: 'C.N.9' }
    const named = party('FRA', { name: 'France' })
    expect(settle([FRA], [party('FRA', left)], [named])?.parties).toEqual([party('FRA', { name: 'France', ...left })])
    expect(settle([FRA], [party('FRA', left)], [party('FRA', { ...left, denouncedRef: 'C.N.8' })])).toBeNull()
  })

  it('is for people to say where both changed one thing, or one side took out what the other changed', () => {
    const denounced = (day: string) => [party('FRA', { denounced: day })]
    expect(settle([FRA], denounced('2021-01-01'), denounced('2021-02-01'))).toBeNull()
    expect(settle([FRA], [], denounced('2021-02-01'))).toBeNull()
    expect(settle([FRA, BRA], [BRA], [FRA, BRA, DEU])?.parties).toEqual([BRA, DEU])
  })

  it('is left alone where a side cannot be read, and so is every other file', () => {
    const broken = new TextEncoder().encode('parties: [')
    expect(mergeRegister({ path: partiesPath, base: bytes([]), ours: broken, theirs: bytes([FRA]) })).toBeNull()
    const [base, ours, theirs] = [bytes([]), bytes([BRA]), bytes([FRA])]
    expect(mergeRegister({ path: 'annexes/annex-1.yaml', base, ours, theirs })).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import {
  checkDeclaration,
  declaredBy,
  exclusionsOf,
  type IneffectiveDeclaration,
  isSameTreaty,
  remarksOnDeclaration,
} from '../../src/law/index.ts'
import type { Declaration, Party } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'

const PARTIES = situationOf({ parties: '36 exercise States' }).parties
const LISTING = {
  listed: ['hague-1970', 'montreal-1971', 'budapest-2001'],
  addedFrom: new Map([['budapest-2001', '2031-08-14']]),
}

function havingDeclared(declarations: Declaration[]): Party[] {
  return [...PARTIES, { code: 'FRA', instrument: 'accession', deposited: '2028-01-01', declarations }]
}

function inVain(declarations: Declaration[], readings = {}): IneffectiveDeclaration[] {
  return declaredBy('FRA', havingDeclared(declarations), '2032-01-01', readings, LISTING).ineffective
}

const LATE: Declaration = { treaty: 'hague-1970', on: '2030-01-01', ground: 'not-a-party', ref: 'C.N.7' }

describe('a declaration that has no effect', () => {
  test('is told with why, its day and its reference', () => {
    expect(inVain([LATE])).toStrictEqual([
      {
        declaration: LATE,
        reason: {
          cite: '17(2)',
          says: expect.stringMatching(
            /^The declaration of FRA of 1 January 2030 on hague-1970 has no effect: FRA declared/,
          ),
          event: { on: '2030-01-01', ref: 'C.N.7' },
        },
      },
    ])
    const { ref: _, ...withoutReference } = LATE
    expect(inVain([withoutReference])[0]?.reason.event).toStrictEqual({ on: '2030-01-01' })
  })

  test('is told with the paragraph that it is held against', () => {
    expect(inVain([{ treaty: 'hague-1970', on: '2027-12-31', ground: 'ceased' }])[0]?.reason.cite).toBe(
      '17, last paragraph',
    )
  })

  test('is told with the reading, where the other would give it effect', () => {
    const onAdded: Declaration = { treaty: 'budapest-2001', on: '2031-08-14', ground: 'not-a-party' }
    expect(inVain([onAdded])[0]?.reason.reading).toEqual({ id: 'exclusion-of-added-treaties', option: 'deposit-only' })
    expect(inVain([onAdded], { 'exclusion-of-added-treaties': 'also-on-amendment' })).toEqual([])
    expect(inVain([{ ...onAdded, on: '2031-08-15' }])[0]?.reason).not.toHaveProperty('reading')
    expect(inVain([onAdded, LATE]).map(({ reason }) => reason.reading?.id)).toEqual([
      'exclusion-of-added-treaties',
      undefined,
    ])
  })

  test('is none that has effect, and none of a State that is no Party', () => {
    expect(inVain([{ ...LATE, on: '2028-01-01' }])).toEqual([])
    expect(inVain([])).toEqual([])
    expect(declaredBy('ZZZ', havingDeclared([LATE]), '2032-01-01', {}, LISTING).ineffective).toEqual([])
    expect(declaredBy('FRA', PARTIES, '2032-01-01', {}, LISTING).ineffective).toEqual([])
  })
})

describe('a declaration that has effect', () => {
  test('is a step without a reference where it has none', () => {
    const [exclusion] = exclusionsOf(
      'FRA',
      havingDeclared([{ treaty: 'hague-1970', on: '2028-01-01', ground: 'not-a-party' }]),
      '2032-01-01',
      {},
      LISTING,
    )
    expect(exclusion?.reasons[0]?.event).toStrictEqual({ on: '2028-01-01' })
  })
})

describe('a declaration on record', () => {
  const onRecord = (declaration: Declaration, before: Declaration[] = []) => {
    const parties = havingDeclared(before)
    const party = parties.at(-1)
    if (party === undefined) throw new Error('no Party')
    return { declaration, party, parties, readings: {}, ...LISTING }
  }
  const rulesOf = (findings: { rule: string; level: string; cite?: string }[]) =>
    findings.map(({ level, rule, cite }) => `${level} ${rule} ${cite}`)
  const IN_TIME: Declaration = { ...LATE, on: '2028-01-01' }
  const LEFT: Declaration = { treaty: 'hague-1970', on: '2031-01-01', ground: 'ceased' }

  test('that has no effect is told why, unless it was filed as without effect', () => {
    expect(rulesOf(remarksOnDeclaration(onRecord(LATE)))).toEqual(['error law/declaration-on-deposit 17(2)'])
    expect(remarksOnDeclaration(onRecord({ ...LATE, withoutEffect: 'too late' }))).toEqual([])
    expect(remarksOnDeclaration(onRecord(IN_TIME))).toEqual([])
  })

  test('that was filed as without effect and has effect after all is told so', () => {
    const remarks = remarksOnDeclaration(onRecord({ ...IN_TIME, withoutEffect: 'too late' }))
    expect(rulesOf(remarks)).toEqual(['warning law/effect-after-all 17(2)'])
    expect(remarks[0]?.message).toMatch(
      /^The declaration of FRA of 1 January 2028 on hague-1970 was recorded as without effect, but/,
    )
  })

  test('stands in the way of another where it has effect, and else of none but itself', () => {
    const once = 'error law/declaration-once 17(2)'
    expect(rulesOf(checkDeclaration(onRecord(LEFT, [IN_TIME])))).toEqual([once])
    expect(checkDeclaration(onRecord(LEFT, [LATE]))).toEqual([])
    expect(rulesOf(checkDeclaration(onRecord(LATE, [LATE])))).toContain(once)
    expect(rulesOf(checkDeclaration(onRecord({ ...LATE, on: '2030-01-02' }, [LATE])))).not.toContain(once)
    expect(checkDeclaration(onRecord({ ...LEFT, on: LATE.on }, [LATE]))).toEqual([])
  })
})

describe('two ids', () => {
  test('are one treaty where one was listed first as the other', () => {
    const firstListedAs = new Map([
      ['the-hague', 'hague-1970'],
      ['hague', 'hague-1970'],
    ])
    expect(isSameTreaty('the-hague', 'hague', { firstListedAs })).toBe(true)
    expect(isSameTreaty('the-hague', 'montreal-1971', { firstListedAs })).toBe(false)
    expect(isSameTreaty('hague', 'the-hague', {})).toBe(false)
    expect(isSameTreaty('hague', 'hague', {})).toBe(true)
  })
})

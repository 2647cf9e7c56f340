import { describe, expect, test } from 'vitest'
import { type Amendment, listingFor } from '../../src/law/index.ts'
import type { Change } from '../../src/treaty/index.ts'

const adds = (entry: string): Change => ({
  document: 'annex-1',
  entry,
  kind: 'added',
  before: null,
  after: { id: entry, text: {} },
  place: { after: null },
})
const renames = (before: string, after: string): Change => ({
  document: 'annex-1',
  entry: after,
  kind: 'renamed',
  before,
  after,
})

/** An amendment that binds the Party from a day, or does not yet. */
const amendment = (changes: Change[], more: Partial<Amendment>): Amendment => ({
  proposal: { proposal: 'p', basis: '70.1', document: 'annex-1', changes },
  status: 'in-force',
  entersIntoForce: '2031-08-14',
  boundFrom: '2031-08-14',
  joinedWith: false,
  opened: '2031-01-15',
  reasons: [],
  ...more,
})

describe('a treaty of Annex 1', () => {
  test('that two amendments add was on its way from the first of them on', () => {
    const early = amendment([adds('budapest')], { opened: '2030-01-15' })
    const late = amendment([adds('budapest')], { opened: '2031-01-15' })
    const expected = new Map([['budapest', '2030-01-15']])
    expect(listingFor([], { amendments: [early, late] }).openedOn).toEqual(expected)
    expect(listingFor([], { amendments: [late, early] }).openedOn).toEqual(expected)
  })

  test('that an amendment adds under two ids is one, with all that is known of it', () => {
    const known = { joinedWith: true, opened: '2031-01-15' }
    expect(
      listingFor([], { amendments: [amendment([adds('budapest'), renames('budapest', 'cybercrime')], known)] }),
    ).toEqual({
      listed: ['budapest', 'cybercrime'],
      addedFrom: new Map([
        ['budapest', '2031-08-14'],
        ['cybercrime', '2031-08-14'],
      ]),
      firstListedAs: new Map([['cybercrime', 'budapest']]),
      joinedWith: new Set(['budapest', 'cybercrime']),
      openedOn: new Map([
        ['budapest', '2031-01-15'],
        ['cybercrime', '2031-01-15'],
      ]),
    })
  })

  test('that is not joined with under one id is not under another', () => {
    const listing = listingFor([], {
      amendments: [amendment([adds('budapest'), renames('budapest', 'cybercrime')], {})],
    })
    expect(listing).not.toHaveProperty('joinedWith')
  })

  test('is not listed by a renaming of what is not, nor by an amendment that binds nobody or was never sent out', () => {
    const pending = { status: 'circulated', boundFrom: null, entersIntoForce: null } as const
    const renaming = amendment([renames('nowhere', 'somewhere')], {})
    const blocked = amendment([adds('budapest')], { ...pending, status: 'blocked' })
    expect(listingFor(['hague'], { amendments: [renaming], others: [blocked] })).toEqual({
      listed: ['hague'],
      addedFrom: new Map(),
    })
    const draft = amendment([adds('budapest')], { ...pending, opened: null })
    expect(listingFor(['hague'], { amendments: [], others: [draft] })).not.toHaveProperty('openedOn')
  })

  test('of an amendment on its way is pending under each of its ids, and not listed', () => {
    const pending = { status: 'circulated', boundFrom: null, entersIntoForce: null } as const
    const adding = amendment([adds('budapest'), renames('budapest', 'cybercrime')], pending)
    expect(listingFor(['hague'], { amendments: [], others: [adding] })).toMatchObject({
      listed: ['hague'],
      pending: new Map([
        ['budapest', null],
        ['cybercrime', null],
      ]),
    })
  })

  test('is none for words that an amendment on its way changes', () => {
    const words: Change = {
      document: 'annex-1',
      entry: 'nowhere',
      kind: 'reworded',
      field: 'text',
      language: 'en',
      before: 'hague',
      after: 'the Hague',
      parts: [],
    }
    const rewording = amendment([words], { status: 'circulated', boundFrom: null, entersIntoForce: null })
    expect(listingFor(['hague'], { amendments: [], others: [rewording] })).toEqual({
      listed: ['hague'],
      addedFrom: new Map(),
    })
  })

  test('that binds already is not pending, though another amendment adds it anew', () => {
    const again = amendment([adds('budapest')], { status: 'circulated', boundFrom: null })
    const listing = listingFor([], { amendments: [amendment([adds('budapest')], {})], others: [again] })
    expect(listing).not.toHaveProperty('pending')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { daysAfter } from '../../src/treaty/index.ts'
import { openTreatyRepository, verify } from '../../src/workflows/index.ts'
import { annex, annexDone, exerciseRepository, git, newFolder } from '../scenarios/annex.ts'
import { drafted } from '../scenarios/two-offices.ts'

/** How many histories to try; a run to measure takes 2,000. */
const RUNS = Number(process.env.HONEST_HISTORIES ?? 12)

const PARTIES = [
  'BRA',
  'ARG',
  'AUS',
  'FRA',
  'BEL',
  'CAN',
  'CHL',
  'CHN',
  'COL',
  'DEU',
  'EGY',
  'ESP',
  'GBR',
  'IND',
  'JPN',
]
const EVENTS = ['objection', 'objection-withdrawn', 'acceptance', 'withdrawn', 'consent']
const OFFICES = 3

/** An act of one office, some days after the act before. What the law does not allow is refused, as in a real office. */
type Act = { office: number; days: number; which: number } & (
  | { act: 'circulate' }
  | { act: 'pull' }
  | { act: 'adopt' | 'close' | 'sync' | 'add-party' | 'denounce' | 'declare' }
  | { act: 'record'; event: number; party: number }
)

const which = fc.nat(20)
const office = fc.nat(OFFICES - 1)
const days = fc.nat(40)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('circulate' as const), which, office, days }) },
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('record' as const),
      which,
      event: fc.nat(EVENTS.length * 3),
      party: fc.nat(PARTIES.length - 1),
      office,
      days,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'adopt' as const,
        'close' as const,
        'add-party' as const,
        'denounce' as const,
        'declare' as const,
      ),
      which,
      office,
      days: fc.nat(120),
    }),
  },
  { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('sync' as const, 'pull' as const), which, office, days }) },
)

function offices(): string[] {
  const first = exerciseRepository()
  const server = `${newFolder()}/server.git`
  git(first, 'init', '-q', '--bare', '-b', 'main', server)
  git(first, 'remote', 'add', 'origin', server)
  annexDone(first, 'sync')
  const others = Array.from({ length: OFFICES - 1 }, () => {
    const folder = `${newFolder()}/clone`
    git(first, 'clone', '-q', server, folder)
    return folder
  })
  return [first, ...others]
}

/** Takes one act in one office. @param ids the proposals circulated so far, anywhere */
function take(folder: string, one: Act, day: string, ids: string[]): void {
  if (one.act === 'circulate') circulate(folder, day, ids)
  else if (one.act === 'pull') pull(folder)
  else annex(folder, ...commandFor(one, day, ids[one.which % Math.max(1, ids.length)] ?? 'none'))
}

function circulate(folder: string, day: string, ids: string[]): void {
  const id = `p${ids.length}`
  drafted(folder, id)
  if (annex(folder, 'proposal', 'circulate', id, '--on', day, '--ref', `C.N.${ids.length}`).status === 0) ids.push(id)
}

function commandFor(one: Exclude<Act, { act: 'circulate' | 'pull' }>, day: string, id: string): string[] {
  const party = PARTIES[('party' in one ? one.party : one.which) % PARTIES.length] ?? 'BRA'
  switch (one.act) {
    case 'record': {
      const event = EVENTS[one.event] ?? 'objection'
      return ['proposal', 'record', id, event, '--on', day, ...(event === 'withdrawn' ? [] : ['--party', party])]
    }
    case 'adopt':
      return ['proposal', 'adopt', id, '--as-of', day]
    case 'close':
      return ['proposal', 'close', id, '--reason', 'It has ended', '--as-of', day]
    case 'add-party':
      return ['party', 'add', 'NZL', '--instrument', 'accession', '--deposited', day]
    case 'denounce':
      return ['party', 'denounce', party, '--on', day]
    case 'declare':
      return ['party', 'declare', party, '--treaty', 'hague-1970', '--ground', 'ceased', '--on', day]
    default:
      return ['sync']
  }
}

// Plain git: where both sides moved, the local line is merged into the server's main, which stays first. Given up where it conflicts.
function pull(folder: string): void {
  git(folder, 'fetch', '-q', 'origin')
  git(folder, 'branch', '-f', 'mine', 'main')
  git(folder, 'reset', '-q', '--keep', 'origin/main')
  try {
    git(folder, 'merge', '-q', '--no-edit', 'mine')
    git(folder, 'push', '-q', 'origin', 'main', 'refs/heads/proposal/*')
  } catch {
    git(folder, 'reset', '-q', '--merge')
    git(folder, 'reset', '-q', '--keep', 'mine')
  }
}

describe('annex verify', () => {
  it(`finds nothing in ${RUNS} random honest histories of ${OFFICES} offices`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        const folders = offices()
        const ids: string[] = []
        let day = '2021-01-15'
        for (const one of acts) {
          day = daysAfter(day, one.days)
          const folder = folders[one.office] ?? ''
          git(folder, 'switch', '-q', 'main')
          take(folder, one, day, ids)
        }
        for (const folder of folders) {
          const { findings } = await verify(await openTreatyRepository(folder))
          expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
        }
      }),
      { numRuns: RUNS, seed: Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31) },
    )
  })
})

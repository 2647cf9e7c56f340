import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git } from './annex.ts'
import { circulated, verified } from './two-offices.ts'

const WHY = ['--on', '2021-03-05', '--ref', 'X-9', '--reason', 'A slip of the clerk']
const EVENTS = 'annexes/proposals/add/events'

let folder: string

/** Runs `annex proposal rectify add`. */
function rectify(file: string, ...right: string[]): string {
  return annexDone(folder, 'proposal', 'rectify', 'add', file, ...right, ...WHY)
}

function objected(party: string, on = '2021-02-03'): void {
  annexDone(folder, 'proposal', 'record', 'add', 'objection', '--party', party, '--on', on, '--ref', 'X-2')
}

function status(asOf = '2021-08-14'): object {
  return annexJson(folder, 'proposal', 'status', 'add', '--as-of', asOf).json as object
}

/** Errors and warnings of annex validate, and every finding of annex verify. */
function found(): string[] {
  const { findings } = annexJson(folder, 'validate').json as { findings: { level: string; message: string }[] }
  return [...findings.filter(({ level }) => level !== 'note').map(({ message }) => message), ...verified(folder)]
}

beforeEach(() => {
  folder = exerciseRepository()
  circulated(folder, 'add')
})

describe('a slip is put right by a further record', () => {
  it('a wrong Party', () => {
    objected('BRA')
    const before = readFileSync(join(folder, EVENTS, '2021-02-03-objection-BRA.yaml'), 'utf8')
    expect(rectify('2021-02-03-objection-BRA.yaml', '--party', 'CHL')).toBe(
      'Recorded on main: 2021-02-03-objection-BRA.yaml, rectified on 2021-03-05: was party BRA (annexes/proposals/add/events/2021-03-05-rectification.yaml).\n',
    )
    expect(readFileSync(join(folder, EVENTS, '2021-02-03-objection-BRA.yaml'), 'utf8')).toBe(before)
    expect(status()).toMatchObject({
      objections: 1,
      parties: { CHL: { boundFrom: null }, BRA: { boundFrom: '2021-08-14' } },
      rectified: [
        { file: `${EVENTS}/2021-02-03-objection-BRA.yaml`, was: { party: 'BRA' }, instead: { party: 'CHL' } },
      ],
    })
    expect(annexDone(folder, 'proposal', 'status', 'add', '--as-of', '2021-08-14')).toContain(
      'rectified on 2021-03-05: was party BRA',
    )
    expect(annexDone(folder, 'explain', 'annex-1', 'added-by-add', '--for', 'CHL', '--as-of', '2021-08-14')).toContain(
      'rectified on 2021-03-05: was party BRA',
    )
    expect(annexDone(folder, 'proposal', 'show', 'add')).toContain('rectified on 2021-03-05: was party BRA')
    expect(annexDone(folder, 'changelog', '--pending', '--as-of', '2021-08-14')).toContain(
      '2021-02-03-objection-BRA.yaml rectified on 2021-03-05: was party BRA',
    )
    expect(found()).toEqual([])
  })

  it('an objection that was never made', () => {
    objected('BRA')
    expect(rectify('2021-02-03-objection-BRA', '--void')).toContain('void by a rectification of 2021-03-05')
    expect(status()).toMatchObject({ objections: 0, parties: { BRA: { boundFrom: '2021-08-14' } } })
    expect(found()).toEqual([])
  })

  it('the day of the circulation, and with it every period', () => {
    rectify(`${EVENTS}/2021-01-15-circulated.yaml`, '--event-on', '2021-01-10', '--event-ref', 'X-0')
    expect(status()).toMatchObject({ deadline: '2021-07-10', entersIntoForce: '2021-08-09' })
    expect(found()).toEqual([])
  })

  it('a rectification, by another one, and back again', () => {
    objected('BRA')
    rectify('2021-02-03-objection-BRA.yaml', '--void')
    const again = annex(folder, 'proposal', 'rectify', 'add', '2021-02-03-objection-BRA.yaml', '--party', 'CHL', ...WHY)
    expect(again).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('annex proposal rectify add 2021-03-05-rectification.yaml'),
    })
    rectify('2021-03-05-rectification.yaml', '--party', 'CHL')
    expect(status()).toMatchObject({ objections: 1, parties: { CHL: { boundFrom: null } } })
    rectify('2021-03-05-rectification-2.yaml', '--void')
    expect(status()).toMatchObject({ objections: 0 })
    rectify('2021-03-05-rectification.yaml', '--void')
    expect(status()).toMatchObject({ objections: 1, parties: { BRA: { boundFrom: null } } })
    expect(found()).toEqual([])
  })

  it('is refused where it is none', () => {
    objected('BRA')
    const refused = (...words: string[]) => annex(folder, 'proposal', 'rectify', 'add', ...words, ...WHY).stderr
    const file = '2021-02-03-objection-BRA.yaml'
    expect(refused(file)).toContain('nothing says what is right')
    expect(refused(file, '--void', '--party', 'CHL')).toContain('--void takes no field')
    expect(refused(file, '--party', 'BRA')).toContain('says that already')
    expect(refused('2021-02-03-objection-CHL.yaml', '--void')).toContain('has no event file')
    expect(refused('annexes/proposals/other/events/x.yaml', '--void')).toContain('belongs to proposal other')
    const notAParty = annexJson(folder, 'proposal', 'rectify', 'add', file, '--party', 'ZZZ', ...WHY)
    expect(notAParty).toMatchObject({ status: 1, json: { commit: null, findings: [{ rule: 'law/event-by-party' }] } })
    expect(git(folder, 'log', '--format=%s', '-1', 'main')).toContain('Record objection')
  })

  it('says which events lose their effect, and how to put that right', () => {
    objected('BRA')
    annexDone(folder, 'proposal', 'record', 'add', 'objection-withdrawn', '--party', 'BRA', '--on', '2021-02-20')
    expect(rectify('2021-02-03-objection-BRA.yaml', '--void')).toContain(
      'annex proposal rectify add 2021-02-20-objection-withdrawn-BRA.yaml --void',
    )
    expect(annex(folder, 'validate').status).toBe(1)
    rectify('2021-02-20-objection-withdrawn-BRA.yaml', '--void')
    expect(found()).toEqual([])
  })
})

describe('a slip in the register is put right by a recorded act', () => {
  const party = (...words: string[]) => annexDone(folder, 'party', 'rectify', ...words, ...WHY)
  const listed = (code: string) => {
    const { parties } = annexJson(folder, 'party', 'list', '--as-of', '2021-08-14').json as {
      parties: { code: string }[]
    }
    return parties.filter((each) => each.code === code)
  }

  it('a wrong day of deposit, and the wrong name', () => {
    expect(party('BRA', '--deposited', '2017-04-19', '--name', 'Brasil')).toContain('was name Brazil, deposited 2017-0')
    expect(listed('BRA')).toMatchObject([{ name: 'Brasil', deposited: '2017-04-19' }])
    expect(annexDone(folder, 'party', 'list', '--as-of', '2021-08-14')).toContain('A slip of the clerk')
    expect(found()).toEqual([])
  })

  it('a wrong code, and the record of a State that deposited nothing', () => {
    party('BRA', '--code', 'BRN', '--name', 'Brunei Darussalam')
    expect(listed('BRN')).toHaveLength(1)
    party('BRN', '--void')
    expect(listed('BRN')).toEqual([])
    expect(found()).toEqual([])
  })

  it('a denunciation that was never received, and a declaration on the wrong treaty', () => {
    annexDone(folder, 'party', 'denounce', 'BRA', '--on', '2021-02-01', '--ref', 'X-5')
    party('BRA', '--without', 'denounced')
    expect(listed('BRA')).toMatchObject([{ isParty: true }])
    expect(listed('BRA')[0]).not.toHaveProperty('denounced')
    annexDone(folder, 'party', 'declare', 'FRA', 'hague-1970', '--on', '2021-02-01', '--ground', 'ceased')
    party('FRA', '--declaration', 'hague-1970', '--treaty', 'tokyo-1963')
    expect(listed('FRA')).toMatchObject([{ declarations: [{ treaty: 'tokyo-1963' }] }])
    party('FRA', '--declaration', 'tokyo-1963', '--void')
    expect(listed('FRA')[0]).not.toHaveProperty('declarations')
    expect(found()).toEqual([])
  })

  it('is refused where it is none, and where the law does not allow it', () => {
    const refused = (...words: string[]) => annex(folder, 'party', 'rectify', ...words, ...WHY)
    expect(refused('BRA').stderr).toContain('nothing says what is right')
    expect(refused('BRA', '--name', 'Brazil').stderr).toContain('says that already')
    expect(refused('BRA', '--treaty', 'hague-1970').stderr).toContain('needs --declaration')
    expect(refused('BRA', '--denounced', '2000-01-01')).toMatchObject({ status: 1 })
  })
})

describe('what somebody did by hand is put right by a further record', () => {
  const OBJECTION = `${EVENTS}/2021-02-03-objection-BRA.yaml`
  const byHand = (file: string, text: string | null) => {
    git(folder, 'switch', '-q', 'main')
    if (text === null) rmSync(join(folder, file))
    else writeFileSync(join(folder, file), text)
    git(folder, 'add', '--all')
    git(folder, 'commit', '-q', '-m', 'By hand')
  }
  const levels = () => {
    const { findings } = annexJson(folder, 'verify').json as { findings: { level: string; hint: string }[] }
    return findings.map(({ level }) => level)
  }
  const hint = () => (annexJson(folder, 'verify').json as { findings: { hint: string }[] }).findings[0]?.hint ?? ''

  it.each<[string, string, string | null]>([
    ['an objection that was edited', OBJECTION, 'event: objection\non: 2021-02-03\nparty: FRA\n'],
    ['an objection that was removed', OBJECTION, null],
    ['a document', 'annexes/article-4.yaml', null],
    ['the proposal', 'annexes/proposals/add/proposal.yaml', null],
  ])('%s is put back by the revert that verify names', (_, file, text) => {
    objected('BRA')
    byHand(file, text)
    expect(levels()).toContain('error')
    const command = /git (revert [0-9a-f]{12})/.exec(hint())?.[1] ?? ''
    git(folder, ...command.split(' '), '--no-edit')
    expect(new Set(levels())).toEqual(new Set(['note']))
    expect(annex(folder, 'verify').status).toBe(0)
    expect(annex(folder, 'validate').status).toBe(0)
  })

  it.each<[string, string]>([
    ['an objection that nobody made', 'event: objection\non: 2021-02-04\nparty: ZZZ\n'],
    ['an event that nobody can read', 'event: [objection\n'],
  ])('%s is void by a rectification', (_, text) => {
    byHand(`${EVENTS}/2021-02-04-objection-ZZZ.yaml`, text)
    expect(levels()).toEqual(['error'])
    expect(hint()).toContain('annex proposal rectify add 2021-02-04-objection-ZZZ.yaml --void')
    rectify('2021-02-04-objection-ZZZ.yaml', '--void')
    expect(levels()).toEqual(['note'])
    expect(annex(folder, 'validate').status).toBe(0)
    expect(status()).toMatchObject({ objections: 0 })
  })

  it('an adoption that somebody reverted', () => {
    annexDone(folder, 'proposal', 'adopt', 'add', '--as-of', '2021-08-14')
    const text = readFileSync(join(folder, 'annexes/annex-1.yaml'), 'utf8')
    git(folder, 'revert', '--no-edit', '-m', '1', 'main')
    expect(levels()).toContain('error')
    git(folder, 'revert', '--no-edit', 'main')
    expect(new Set(levels())).toEqual(new Set(['note']))
    expect(readFileSync(join(folder, 'annexes/annex-1.yaml'), 'utf8')).toBe(text)
    expect(annexJson(folder, 'validate').json).toMatchObject({ summary: { errors: 0 } })
  })
})

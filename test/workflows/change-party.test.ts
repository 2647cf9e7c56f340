import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseFile, partiesPath, serialize } from '../../src/files/index.ts'
import type { Declaration, PartiesFile, Party } from '../../src/treaty/index.ts'
import { declare, denounce, lapse, registerParties } from '../../src/workflows/index.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { exerciseRepository, git } from '../scenarios/annex.ts'
import '../git/fixture.ts'

const onHague = (on: string): Declaration => ({ treaty: 'hague-1970', on, ground: 'not-a-party' })

/** As somebody would write it into the file: declared in time, and once more in vain. */
function withDeclarations(folder: string): void {
  const path = join(folder, partiesPath)
  const { data } = parseFile('parties', { file: partiesPath, bytes: readFileSync(path) })
  if (data === null) throw new Error('the exercise has no register')
  const parties = data.parties.map((party) =>
    party.code === 'FRA' ? { ...party, declarations: [onHague(party.deposited), onHague('2020-01-01')] } : party,
  )
  writeFileSync(path, serialize('parties', { ...data, parties } satisfies PartiesFile))
  git(folder, 'commit', '-qam', 'Two declarations')
}

it('a declaration with effect lapses, not a later one without effect', async () => {
  const folder = exerciseRepository()
  withDeclarations(folder)
  const { party } = await lapse(await openTreatyRepository(folder), 'FRA', 'hague-1970', '2021-01-01')
  expect(party.declarations?.map(({ enteredIntoForce }) => enteredIntoForce)).toEqual(['2021-01-01', undefined])
})

describe('a Party that has denounced the Convention', () => {
  const LEFT = 'hague-1970'
  const ceased = (on: string): Declaration => ({ treaty: LEFT, on, ground: 'ceased' })

  it('may declare, and a declaration may lapse, until the denunciation takes effect', async () => {
    const repository = await openTreatyRepository(exerciseRepository())
    await denounce(repository, 'BRA', '2021-03-01')
    const declared = await declare(repository, 'BRA', ceased('2022-02-28'))
    expect(declared).toMatchObject({ commit: expect.any(String), findings: [], party: { denounced: '2021-03-01' } })
    const { party } = await lapse(repository, 'BRA', LEFT, '2022-02-28')
    expect(party.declarations).toEqual([{ ...ceased('2022-02-28'), enteredIntoForce: '2022-02-28' }])
    const late = await declare(repository, 'BRA', ceased('2022-03-01'))
    expect(late).toMatchObject({ commit: null, findings: [{ rule: 'law/declaration-by-a-party' }] })
    await expect(denounce(repository, 'BRA', '2021-06-01')).rejects.toThrow('BRA has already denounced the Convention')
  })

  it('has each act recorded with the right instrument after it came back', async () => {
    const repository = await openTreatyRepository(exerciseRepository())
    await denounce(repository, 'ZAF', '2019-01-01')
    const back: Party = { code: 'ZAF', name: 'South Africa', instrument: 'accession', deposited: '2020-05-05' }
    await registerParties(repository, [back])
    const onDeposit = await declare(repository, 'ZAF', onHague('2017-11-22'))
    expect(onDeposit).toMatchObject({ findings: [], party: { deposited: '2017-11-22', denounced: '2019-01-01' } })
    expect(await declare(repository, 'ZAF', onHague('2020-05-05'))).toMatchObject({
      findings: [],
      party: { deposited: '2020-05-05' },
    })
    expect((await lapse(repository, 'ZAF', LEFT, '2019-06-01')).party).toMatchObject({ deposited: '2017-11-22' })
    await expect(denounce(repository, 'ZAF', '2019-06-01')).rejects.toThrow('ZAF has already denounced the Convention')
    expect((await denounce(repository, 'ZAF', '2021-01-01')).party.deposited).toBe('2020-05-05')
  })

  it('must have been a State Party on that day', async () => {
    const repository = await openTreatyRepository(exerciseRepository())
    await expect(denounce(repository, 'ZAF', '2017-12-01')).rejects.toThrow(
      'ZAF is not a State Party on 1 December 2017, so its denunciation is void',
    )
    await expect(denounce(repository, 'ZAF', '2017-01-01')).rejects.toThrow('ZAF deposited its instrument on')
  })
})

describe('an instrument registered after a later one', () => {
  const later: Party = { code: 'LIE', name: 'Liechtenstein', instrument: 'accession', deposited: '2021-01-01' }
  const earlier: Party = { ...later, deposited: '2017-06-01', denounced: '2019-01-01' }

  it('is accepted when it had ended before the later one, and refused when it had not', async () => {
    const repository = await openTreatyRepository(exerciseRepository())
    await registerParties(repository, [later])
    const beside = { ...earlier, denounced: '2020-06-01' }
    await expect(registerParties(repository, [beside])).rejects.toThrow('the register already has LIE')
    expect(await registerParties(repository, [earlier])).toMatchObject({ added: [{ deposited: '2017-06-01' }] })
  })

  it('is refused with a denunciation that is void', async () => {
    const repository = await openTreatyRepository(exerciseRepository())
    const early = { ...later, deposited: '2017-06-01', denounced: '2017-06-02' }
    await expect(registerParties(repository, [early])).rejects.toThrow('so its denunciation is void')
  })

  it('is refused when its denunciation is void, because then it has not ended', async () => {
    const repository = await openTreatyRepository(exerciseRepository())
    await registerParties(repository, [later])
    const never = { ...earlier, denounced: '2017-06-02' }
    await expect(registerParties(repository, [never])).rejects.toThrow('the register already has LIE')
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lapse } from '../../src/proceedings/index.ts'
import { openRepository, parseFile, partiesPath, serialize } from '../../src/store/index.ts'
import type { Declaration, PartiesFile } from '../../src/treaty/index.ts'
import { exerciseRepository, git } from '../scenarios/annex.ts'
import '../store/git/fixture.ts'

const onHague = (on: string): Declaration => ({ treaty: 'hague-1970', on, ground: 'not-a-party' })

/** As somebody would write it into the file: declared in time, and once more in vain. */
function withDeclarations(folder: string): void {
  const path = join(folder, partiesPath)
  const { data } = parseFile('parties', { file: partiesPath, bytes: readFileSync(path) })
  if (data === null) throw new Error('the exercise has no register')
  const parties = data.parties.map((party) =>
    party.code === 'FRA' ? { ...party, declarations: [onHague(party.deposited), onHague('2030-01-01')] } : party,
  )
  writeFileSync(path, serialize('parties', { ...data, parties } satisfies PartiesFile))
  git(folder, 'commit', '-qam', 'Two declarations')
}

it('the declaration that lapses is the one that has effect, whatever was filed in vain after it', async () => {
  const folder = exerciseRepository()
  withDeclarations(folder)
  const { party } = await lapse(await openRepository(folder), 'FRA', 'hague-1970', '2031-01-01')
  expect(party.declarations?.map(({ enteredIntoForce }) => enteredIntoForce)).toEqual(['2031-01-01', undefined])
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/treaty/index.ts'
import { verify } from '../../src/workflows/index.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { git } from '../scenarios/annex.ts'
import { ADOPTIONS, type Attack, BY_HAND, EDITS, MERGES, RECTIFICATIONS, REGISTER, TAGS } from './attacks.ts'
import { HISTORIES, OBJECTS } from './histories.ts'
import { attackedRepository, copyOf, type Step, take } from './repository.ts'

let repository: string

beforeAll(() => {
  repository = attackedRepository()
})

async function findings(folder: string, since: string | null = null): Promise<Finding[]> {
  return (await verify(await openTreatyRepository(folder), { since })).findings
}

/** Whether a step changes objects that an audit of new commits believes. */
function isInBelieved(step: Step): boolean {
  return 'loose' in step || 'swapInPack' in step
}

/** Whether main still continues what it was. */
function continues(folder: string, was: string): boolean {
  return git(folder, 'rev-list', 'main').includes(was)
}

/** Whether a finding names the commit that a revision leads to. */
function isNamed(folder: string, { message }: Finding, revision: string): boolean {
  return revision === '' || message.includes(git(folder, 'rev-parse', revision).slice(0, 12))
}

describe('annex verify', () => {
  it('finds nothing in a record that only the program wrote', async () => {
    expect(await findings(copyOf(repository))).toEqual([])
  })

  const groups: [string, readonly Attack[]][] = [
    ['somebody who edits the record', EDITS],
    ['somebody who edits the register', REGISTER],
    ['somebody who writes records by hand', BY_HAND],
    ['somebody who rectifies', RECTIFICATIONS],
    ['somebody who adopts what may not be adopted', ADOPTIONS],
    ['somebody who merges', MERGES],
    ['somebody who moves tags and branches', TAGS],
    ['somebody who makes histories of an unusual shape', HISTORIES],
    ['somebody who can write to the folder of objects', OBJECTS],
  ]
  describe.each(groups)('notices %s:', (_, attacks) => {
    it.each(attacks)('$does ($finds)', async ({ steps, finds, names = 'main' }) => {
      const folder = copyOf(repository)
      const was = git(folder, 'rev-parse', 'main').trim()
      take(folder, steps)
      const found = await findings(folder)
      expect(found.map(({ rule }) => rule)).toContain(finds)
      const ofRule = found.filter(({ rule }) => rule === finds)
      expect(ofRule.map(({ message }) => message)).toSatisfy(() => ofRule.some((each) => isNamed(folder, each, names)))
      // An audit of the new commits alone finds the same.
      if (!continues(folder, was) || steps.some(isInBelieved)) return
      expect((await findings(folder, was)).map(({ rule }) => rule)).toEqual(found.map(({ rule }) => rule))
    })
  })
})

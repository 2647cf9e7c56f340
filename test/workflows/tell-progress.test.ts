import { expect, it } from 'vitest'
import { validateAll, verify } from '../../src/workflows/index.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { newRepository } from '../scenarios/annex.ts'
import { snapshotOf } from './snapshot-of.ts'

it('validate tells of each file of annexes/ that it has read', async () => {
  const list = (id: string) => `document: ${id}\ntitle: {en: List}\nentries: []\n`
  const told: number[][] = []
  await validateAll(snapshotOf({ 'annexes/a.yaml': list('a'), 'annexes/b.yaml': list('b') }), (...how) =>
    told.push(how),
  )
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ])
})

it('verify tells of each commit that main reaches', async () => {
  const told: number[][] = []
  await verify(await openTreatyRepository(newRepository()), (...how) => told.push(how))
  expect(told).toEqual([[1, 1]])
})

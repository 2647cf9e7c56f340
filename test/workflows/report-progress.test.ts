import { expect, it } from 'vitest'
import { validateAll, verify } from '../../src/workflows/index.ts'
import { openTreatyRepository } from '../../src/workflows/record/treaty-repository.ts'
import { newRepository } from '../scenarios/annex.ts'
import { snapshotOf } from './snapshot-of.ts'

it('validate reports each file of annexes/ that it has read', async () => {
  const list = (id: string) => `document: ${id}\ntitle: {en: List}\nentries: []\n`
  const reported: number[][] = []
  await validateAll(snapshotOf({ 'annexes/a.yaml': list('a'), 'annexes/b.yaml': list('b') }), (...how) =>
    reported.push(how),
  )
  expect(reported).toEqual([
    [1, 2],
    [2, 2],
  ])
})

it('verify reports each commit of main', async () => {
  const reported: number[][] = []
  await verify(await openTreatyRepository(newRepository()), { tell: (...how) => reported.push(how) })
  expect(reported).toEqual([[1, 1]])
})

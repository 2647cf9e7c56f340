import { describe, expect, it } from 'vitest'
import { clerksAtOnce } from '../git/stress/clerks.ts'
import { fillDisk, whyNoMounts } from '../git/stress/disk.ts'
import { killClerks } from '../git/stress/kills.ts'

describe('the record survives', () => {
  it('eight clerks with 25 records each, beside git gc and git pack-refs', async () => {
    await clerksAtOnce(8, 25)
  })

  it('200 clerks killed at random moments', async () => {
    await killClerks(200, 20_310_115)
  })

  const reason = whyNoMounts()

  it.skipIf(reason !== null)(`a disk that fills up at every step of a record${reason ?? ''}`, async () => {
    const recorded = await fillDisk(45)
    expect([recorded[0], recorded.at(-1)]).toEqual([false, true])
  })
})

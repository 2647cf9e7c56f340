import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { expectSound, repositoryWith } from '../fixture.ts'
import { clerksAtOnce } from './clerks.ts'
import { fillDisk, recordReadOnly, whyNoMounts } from './disk.ts'
import { killClerks } from './kills.ts'
import { bundle } from './programs.ts'

// The long versions of these are in test/long: `npm run test:long`.
describe('the record survives', () => {
  it('three clerks at once, next to git gc and git pack-refs', async () => {
    await clerksAtOnce(3, 4)
  })

  it('clerks killed at random moments', async () => {
    await killClerks(5, 1)
  })

  const reason = whyNoMounts()
  const named = (name: string) => (reason === null ? name : `${name} (${reason})`)

  it.skipIf(reason !== null)(named('a disk that is full'), async () => {
    expect(await fillDisk(4)).toEqual([false, false, false, false])
  })

  it.skipIf(reason !== null)(named('a folder that is read-only'), async () => {
    await recordReadOnly()
  })

  it('a machine without the git program', async () => {
    const { workTree } = await repositoryWith({ 'annexes/annex-1.yaml': 'document: annex-1\n' })
    const env = { ...process.env, PATH: '/nowhere' }
    const { status, stderr } = spawnSync(process.execPath, [await bundle('clerk'), workTree, 'clerk', '2'], { env })
    expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' })
    expectSound(workTree)
  })
})

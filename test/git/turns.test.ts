import { existsSync, linkSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newOwner } from '../../src/git/locks/owner.ts'
import { inTurnIfFree } from '../../src/git/locks/turn.ts'
import { emptyFolder } from './fixture.ts'

describe('a turn', () => {
  it.each([
    ['nothing', ''],
    ['zeros, as a power cut may leave it', '\0'.repeat(40)],
    ['the beginning of a name', 'ab12'],
    ['the folder of the names', '.'],
    ['another folder', '..'],
  ])('is held by nobody where its file says %s', async (_, text) => {
    const common = emptyFolder()
    expect(await isFree(common)).toBe(true)
    writeFileSync(join(common, 'annex/turns/2'), text)
    expect(await isFree(common)).toBe(true)
  })

  it('is held by a process that lives, and by nobody else', async () => {
    const common = emptyFolder()
    await inTurnIfFree(common, async () => {
      expect(await isFree(common)).toBe(false)
      expect(readdirSync(join(common, 'annex/owners'))).toHaveLength(1)
    })
    expect(await isFree(common)).toBe(true)
  })

  it('is held by a process on another machine, which cannot be seen to be gone', async () => {
    const common = emptyFolder()
    expect(await isFree(common)).toBe(true)
    const name = `${newOwner().replace(/^\w+/, '0'.repeat(8))}@`
    const path = join(common, 'annex/owners', name)
    writeFileSync(path, name)
    linkSync(path, join(common, 'annex/turns/2'))
    expect(await isFree(common)).toBe(false)
    expect(existsSync(path)).toBe(true)
  })
})

async function isFree(commonDirectory: string): Promise<boolean> {
  let free = false
  await inTurnIfFree(commonDirectory, async () => {
    free = true
  })
  return free
}

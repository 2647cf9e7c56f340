import { existsSync, linkSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/git/index.ts'
import { newOwner } from '../../src/git/locks/owner-files.ts'
import { inTurnIfFree } from '../../src/git/locks/turn.ts'
import { emptyFolder } from './fixture.ts'

describe('a turn', () => {
  it.each([
    ['nothing', ''],
    ['zeros, as a power cut may leave it', '\0'.repeat(40)],
    ['the start of a process name', 'ab12'],
    ['the path of its own folder', '.'],
    ['the path of the folder above', '..'],
  ])('is free when its file contains %s', async (_, text) => {
    const store = newStore()
    expect(await isFree(store)).toBe(true)
    writeFileSync(join(store.commonDirectory, 'annex/turns/2'), text)
    expect(await isFree(store)).toBe(true)
  })

  it('is taken while one process works, and free afterwards', async () => {
    const store = newStore()
    await inTurnIfFree(store, async () => {
      expect(await isFree(store)).toBe(false)
      expect(readdirSync(join(store.commonDirectory, 'annex/owners'))).toHaveLength(1)
    })
    expect(await isFree(store)).toBe(true)
  })

  it('is taken when a process on another machine holds it: it may still run', async () => {
    const store = newStore()
    expect(await isFree(store)).toBe(true)
    const name = `${newOwner().replace(/^\w+/, '0'.repeat(8))}@`
    const path = join(store.commonDirectory, 'annex/owners', name)
    writeFileSync(path, name)
    linkSync(path, join(store.commonDirectory, 'annex/turns/2'))
    expect(await isFree(store)).toBe(false)
    expect(existsSync(path)).toBe(true)
  })
})

function newStore(): Store {
  const folder = emptyFolder()
  return { workTree: folder, gitDirectory: folder, commonDirectory: folder, program: 'annex' }
}

async function isFree(store: Store): Promise<boolean> {
  let free = false
  await inTurnIfFree(store, async () => {
    free = true
  })
  return free
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onTerminalPrompt } from '../../src/git/index.ts'
import { whilePrompting } from '../../src/git/repository/terminal-prompt.ts'

describe('a prompt on the terminal', () => {
  let reported: boolean[] = []
  beforeEach(() => {
    reported = []
    onTerminalPrompt((isPrompting) => reported.push(isPrompting))
  })
  afterEach(() => onTerminalPrompt(() => {}))

  it('is reported when it begins and when it ends', () => {
    expect(whilePrompting(() => [...reported])).toEqual([true])
    expect(reported).toEqual([true, false])
  })

  it('is reported until its promise is resolved or rejected', async () => {
    const kept = whilePrompting(async () => 'clerk')
    expect(reported).toEqual([true])
    expect(await kept).toBe('clerk')
    await expect(whilePrompting(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(reported).toEqual([true, false, true, false])
  })

  it('ends when it fails', () => {
    const fail = () => {
      throw new Error('no')
    }
    expect(() => whilePrompting(fail)).toThrow('no')
    expect(reported).toEqual([true, false])
  })

  it('is reported once when one prompt runs inside another', () => {
    whilePrompting(() => whilePrompting(() => 'asked'))
    expect(reported).toEqual([true, false])
  })
})

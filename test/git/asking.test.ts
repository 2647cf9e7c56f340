import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onAsking } from '../../src/git/index.ts'
import { mayAsk } from '../../src/git/repository/asking.ts'

describe('what may ask a person', () => {
  let told: boolean[] = []
  beforeEach(() => {
    told = []
    onAsking((isAsking) => told.push(isAsking))
  })
  afterEach(() => onAsking(() => {}))

  it('is told of from its beginning to its end', () => {
    expect(mayAsk(() => [...told])).toEqual([true])
    expect(told).toEqual([true, false])
  })

  it('is told of until its promise is kept, or broken', async () => {
    const kept = mayAsk(async () => 'clerk')
    expect(told).toEqual([true])
    expect(await kept).toBe('clerk')
    await expect(mayAsk(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(told).toEqual([true, false, true, false])
  })

  it('has an end where it fails', () => {
    const fail = () => {
      throw new Error('no')
    }
    expect(() => mayAsk(fail)).toThrow('no')
    expect(told).toEqual([true, false])
  })

  it('is told of once where one thing that may ask runs another', () => {
    mayAsk(() => mayAsk(() => 'asked'))
    expect(told).toEqual([true, false])
  })
})

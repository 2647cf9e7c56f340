import { describe, it } from 'vitest'
import { clerksAtOnce } from './clerks.ts'
import { killClerks } from './kills.ts'

// The long versions of these are in test/long: `npm run test:long`.
describe('the record survives', () => {
  it('three clerks at once, beside git gc and git pack-refs', async () => {
    await clerksAtOnce(3, 4)
  })

  it('clerks killed at random moments', async () => {
    await killClerks(5, 1)
  })
})

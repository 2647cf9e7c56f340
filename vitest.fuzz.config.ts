import { defineConfig } from 'vitest/config'
import { SECONDS } from './test/fuzz/time.ts'

// A minute a target, two targets at once. Run by `npm run test:fuzz`; FUZZ_SECONDS and FUZZ_SEED set the time and the seed.
export default defineConfig({
  test: {
    include: ['test/fuzz/**/*.fuzz.ts'],
    globalSetup: ['test/build-first.ts'],
    maxWorkers: 2,
    // What a target finds is made smaller for as long as it was looked for.
    testTimeout: SECONDS * 4_000 + 120_000,
    hookTimeout: 60_000,
  },
})

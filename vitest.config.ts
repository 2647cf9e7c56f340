import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Minutes, not seconds: vitest.long.config.ts.
    exclude: ['test/long/**'],
    globalSetup: ['test/build-first.ts'],
    // Real processes, real git: slower than a unit test on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

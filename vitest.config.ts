import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Minutes, not seconds: vitest.long.config.ts.
    exclude: ['test/long/**'],
    globalSetup: ['test/build-first.ts'],
    setupFiles: ['test/same-inputs.ts'],
    // Most of the time goes into processes that the tests wait for: no core is left to wait.
    maxWorkers: availableParallelism(),
    // No test leaves anything behind in its process, so that what each imports need be read only once.
    isolate: false,
    // Real processes, real git: slower than a unit test on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

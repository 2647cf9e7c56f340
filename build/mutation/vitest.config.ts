import { defineConfig } from 'vitest/config'

// The law's cases and what is asked of bindings. The random histories are left out: they would cost each mutant seconds.
export default defineConfig({
  test: {
    include: ['test/law/**/*.test.ts'],
    exclude: ['test/law/second-opinion.test.ts'],
    testTimeout: 60_000,
  },
})

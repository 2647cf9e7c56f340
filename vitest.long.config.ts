import { defineConfig } from 'vitest/config'

// Minutes, not seconds: kills, crowds and full disks at length; races between clerks, and what a sync makes anew; hostile words and
// paths in every command; the bar on a terminal, which takes its time; every example of every command's
// help; what hosts and hooks run, as they run it. Run by `npm run test:long`.
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    globalSetup: ['test/build-first.ts'],
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
  },
})

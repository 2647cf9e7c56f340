import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { SECONDS } from './test/fuzz/time.ts'

const MINUTE = 60_000

/** `npm test`: everything that a change must pass before it is pushed. */
const everyday = {
  name: 'everyday',
  include: ['test/**/*.test.ts'],
  exclude: ['test/long/**', 'test/attacks/**'],
  setupFiles: ['test/same-inputs.ts'],
  // The tests often wait for other processes, so no core is kept free.
  maxWorkers: availableParallelism(),
  // No test changes its process for the next one, so each worker loads a module once.
  isolate: false,
  testTimeout: MINUTE,
}

/**
 * `npm run test:long`: what takes minutes. Kills, many writers at once and full disks; races between clerks; hostile words in every
 * command; forged histories; the progress bar on a terminal; every example of every command's help; hosts and hooks.
 */
const long = {
  name: 'long',
  include: ['test/long/**/*.test.ts', 'test/attacks/**/*.test.ts'],
  fileParallelism: false,
  testTimeout: 30 * MINUTE,
}

/** `npm run test:fuzz`: a minute a target, two targets at once. FUZZ_SECONDS and FUZZ_SEED set the time and the seed. */
const fuzz = {
  name: 'fuzz',
  include: ['test/fuzz/**/*.fuzz.ts'],
  maxWorkers: 2,
  // Shrinking a failure may take as long as finding it.
  testTimeout: SECONDS * 4_000 + 2 * MINUTE,
}

// Projects with different numbers of workers run one group after another.
export default defineConfig({
  test: {
    projects: [everyday, long, fuzz].map((project, groupOrder) => ({
      test: { ...project, globalSetup: ['test/build-first.ts'], hookTimeout: MINUTE, sequence: { groupOrder } },
    })),
  },
})

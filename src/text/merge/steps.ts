import type { Entry } from '../../treaty/index.ts'
import { wholeNumber } from '../replay/renumber.ts'
import type { Key, Side } from './align.ts'

/** By how much each whole number follows the one before it in its section; a section's first follows nought. */
export type Steps = ReadonlyMap<Key, number>

/** The steps between the numbers of one version. */
export function stepsOf({ keys, entries }: Pick<Side, 'keys' | 'entries'>): Steps {
  const steps = new Map<Key, number>()
  const last = new Map<string | undefined, number>()
  for (const key of keys) {
    const entry: Entry | undefined = entries.get(key)
    const number = wholeNumber(entry?.number ?? null)
    if (number === null) continue
    steps.set(key, number - (last.get(entry?.section) ?? 0))
    last.set(entry?.section, number)
  }
  return steps
}

/** Whether the numbers follow one another without a gap; one printed twice is none. */
export function isGapless(steps: Steps): boolean {
  return [...steps.values()].every((step) => step === 0 || step === 1)
}

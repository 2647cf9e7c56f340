import { parseArgs } from 'node:util'
import { writeReport } from '../output/write.ts'
import { runMergeDriver } from './merge-driver.ts'
import { runTextconv } from './textconv.ts'

const LABELS = {
  'label-base': { type: 'string' },
  'label-ours': { type: 'string' },
  'label-theirs': { type: 'string' },
} as const

/**
 * Runs a driver as git starts it, without the framework of the other commands: git starts it for each file and each revision.
 * @returns false if the command line is not one that git-setup writes, so that the framework must read it; nothing is done then
 * @throws the error of a failed system call
 */
export async function drive(words: readonly string[]): Promise<boolean> {
  const [name, ...rest] = words
  const report = name === 'textconv' ? textconv(rest) : mergeDriver(rest)
  if (report === null) return false
  await writeReport(report, [])
  return true
}

function textconv(words: readonly string[]) {
  const [path, ...others] = words
  if (path === undefined || others.length > 0 || path.startsWith('-')) return null
  return runTextconv(path)
}

function mergeDriver(words: readonly string[]) {
  const parsed = parsedOrNull(words)
  const [base, ours, theirs, path, ...others] = parsed?.positionals ?? []
  if (parsed === null || base === undefined || ours === undefined || theirs === undefined) return null
  if (path === undefined || others.length > 0) return null
  const { values } = parsed
  const labels = { base: values['label-base'], ours: values['label-ours'], theirs: values['label-theirs'] }
  return runMergeDriver({ base, ours, theirs, path, labels, markerSize: values['marker-size'] })
}

function parsedOrNull(words: readonly string[]) {
  try {
    const options = { ...LABELS, 'marker-size': { type: 'string' } } as const
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch {
    return null
  }
}

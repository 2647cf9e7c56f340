import type { Configuration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'

/** What a server may send. Every limit can be changed by a setting, such as `git config PROGRAM.maxObject 100m`. */
export interface Limits {
  /** Bytes of one answer, also of a pack. */
  maxAnswer: number
  /** Bytes of one object. */
  maxObject: number
  /** Bytes of all objects of a pack together, decompressed. */
  maxContent: number
  /** Branches and tags. */
  maxRefs: number
  /** Objects of one pack. */
  maxObjects: number
  /** Deltas between an object and the complete object that it is made from. */
  maxDepth: number
  /** Seconds without progress. */
  maxSilence: number
}

const KIB = 1024
const MIB = 1024 * KIB

const DEFAULTS: Limits = {
  maxAnswer: 512 * MIB,
  maxObject: 32 * MIB,
  maxContent: 4096 * MIB,
  maxRefs: 50_000,
  maxObjects: 500_000,
  maxDepth: 4095,
  maxSilence: 20,
}

/** A pack is read into numbers of 31 bits, and an object into one buffer. */
const HIGHEST: Partial<Limits> = { maxAnswer: 2 ** 31 - 1, maxObject: 2 ** 30, maxSilence: 2_000_000 }

/** Slower than this many bytes in `maxSilence` seconds is no progress. */
export const SLOWEST = 1000

/** How much larger what a pack holds may be than the pack, above `FREE` bytes: decompressed, and with its deltas applied. */
export const RATIOS = { decompressed: 100, restored: 1000 }
export const FREE = 64 * MIB

/** A server that is being read, for messages. */
export interface Server {
  /** The address, without a password. */
  place: string
  /** The program whose settings change the limits. */
  program: string
  limits: Limits
}

/** Returns the limits, as the settings `PROGRAM.maxAnswer` and so on change them. @throws GitError invalid */
export function readLimits(configuration: Configuration, program: string): Limits {
  const limits = { ...DEFAULTS }
  for (const name of Object.keys(DEFAULTS) as (keyof Limits)[]) {
    const given = configuration.get(`${program}.${name.toLowerCase()}`)
    if (given !== undefined) limits[name] = Math.min(numberIn(given, `${program}.${name}`), HIGHEST[name] ?? Infinity)
  }
  return limits
}

const UNITS: Record<string, number> = { '': 1, k: KIB, m: MIB, g: 1024 * MIB }

/** Reads a number as git does: `k`, `m` and `g` stand for powers of 1024. */
function numberIn(text: string, setting: string): number {
  const [, digits = '', unit = ''] = /^([1-9]\d{0,14})([kmg]?)$/i.exec(text.trim()) ?? []
  const number = Number(digits) * (UNITS[unit.toLowerCase()] ?? 0)
  if (number > 0) return number
  const remedy = `set it to a number, for example git config ${setting} 1000`
  throw new GitError('invalid', `the setting ${setting} is ${JSON.stringify(text)}, which is not a number`, remedy)
}

/** Returns the error for an answer that breaks the protocol or a check. The same request would get the same answer. */
export function badAnswer({ place }: Pick<Server, 'place'>, why: string, options?: ErrorOptions): GitError {
  const remedy = 'nothing was changed; check `git remote -v`, and ask the administrator of the server'
  return new GitError('network', `the answer of ${place} was refused: ${why}`, remedy, options)
}

/** Returns the error for an answer beyond a limit. @param what is too much: `an object has more than` */
export function overLimit({ place, program, limits }: Server, what: string, limit: keyof Limits, unit = ''): GitError {
  const remedy = `nothing was changed; if it is right, raise the limit with git config ${program}.${limit} NUMBER`
  return new GitError('network', `the answer of ${place} was refused: ${what} ${limits[limit]}${unit}`, remedy)
}

/** Returns the words of a server without control characters, in one short line. */
export function wordsOf(bytes: Uint8Array | string): string {
  const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')
  const clean = text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '\u{FFFD}')
  return clean.length > 200 ? `${clean.slice(0, 200)}…` : clean.trim()
}

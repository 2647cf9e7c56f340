import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { Script } from 'node:vm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isKnownError } from '../../src/treaty/index.ts'
import { SECONDS } from './time.ts'

/** No input is so hard that it takes this long, in milliseconds, also on a busy machine. */
const PATIENCE = 10_000

const WORK = Symbol.for('annex.fuzz.work')
const RUN_WORK = new Script('globalThis[Symbol.for("annex.fuzz.work")]()')

/**
 * Does work and gives up on it when it takes too long, also in an endless loop: the engine itself is interrupted.
 * @throws Error ERR_SCRIPT_EXECUTION_TIMEOUT
 */
export function withPatience(work: () => void, patience = PATIENCE): void {
  Reflect.set(globalThis, WORK, work)
  RUN_WORK.runInThisContext({ timeout: patience })
}

/**
 * Tries a target with inputs made by chance for as long as SECONDS says. The seed is new each time, printed, and set again by
 * FUZZ_SEED; an input that fails is made as small as can be, and kept in a file.
 */
export function fuzz<Input>(name: string, inputs: fc.Arbitrary<Input>, check: (input: Input) => void): void {
  it(name, () => {
    report(
      name,
      fc.check(
        fc.property(inputs, (input) => withPatience(() => check(input))),
        options(),
      ),
    )
  })
}

/** The same for a target that goes to the disk or to other processes in its own time. */
export function fuzzSlowly<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  check: (input: Input) => Promise<void>,
): void {
  it(name, async () => {
    report(name, await fc.check(fc.asyncProperty(inputs, check), { ...options(), timeout: PATIENCE * 3 }))
  })
}

function options() {
  const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
  return { seed, numRuns: 2 ** 31 - 1, interruptAfterTimeLimit: SECONDS * 1000 }
}

function report<Input>(name: string, details: fc.RunDetails<[Input]>): void {
  const { numRuns, seed, counterexample, errorInstance } = details
  console.log(`${name}: ${numRuns} inputs, FUZZ_SEED=${seed}`)
  expect(numRuns).toBeGreaterThan(0)
  if (counterexample === null) return
  const [input] = counterexample
  const file = join(mkdtempSync(join(tmpdir(), 'annex-fuzz-')), 'input')
  writeFileSync(file, bytesOf(input))
  const message = `input ${numRuns} with FUZZ_SEED=${seed} failed; it is kept in ${file}:\n${shown(input)}\n${inspect(errorInstance).slice(0, 3000)}`
  throw new Error(message)
}

function bytesOf(input: unknown): Uint8Array | string {
  return input instanceof Uint8Array || typeof input === 'string' ? input : JSON.stringify(readable(input), null, 2)
}

/** Bytes as text, one character a byte. */
function readable(input: unknown): unknown {
  if (input instanceof Uint8Array) return Buffer.from(input).toString('latin1')
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return input
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, readable(value)]))
}

function shown(input: unknown): string {
  return inspect(readable(input), { depth: 6, maxStringLength: 600, maxArrayLength: 60, breakLength: 120 })
}

/** What the work gives, or undefined where it was refused in words: by nothing but an AnnexError that says what to do. */
export function unlessRefused<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    expectRefusal(error)
    return undefined
  }
}

/** Anything thrown must be an AnnexError with a message and a remedy. */
export function expectRefusal(error: unknown): void {
  if (!isKnownError(error)) throw error
  expect(error.message).not.toBe('')
  expect(error.remedy).not.toBe('')
}

/** What is printed holds no control character but its line ends, and nothing that turns the direction of a line. */
export function expectPrintable(text: string): void {
  expect(text).not.toMatch(/(?![\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
}

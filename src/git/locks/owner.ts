import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * Which process holds a lock: `<machine>.<pid>.<start>.<random>`. The start (clock ticks since boot, 0 where unknown) tells
 * a process from a later one with the same number; the machine, from processes that cannot be looked at from here.
 */
export type Owner = string

/** A new owner's name for this process. */
export function newOwner(): Owner {
  return [machine(), process.pid, startOf(process.pid) ?? 0, randomBytes(6).toString('hex')].join('.')
}

/** Whether a text is an owner's name, whole. */
export function isOwner(text: string): boolean {
  return /^[0-9a-f]{8}\.\d+\.\d+\.[0-9a-f]{12}$/.test(text)
}

/** Whether that process surely runs no more. A process on another machine is never surely gone. */
export function isGone(owner: Owner): boolean {
  const [on, pid, start] = owner.split('.')
  if (on !== machine() || !/^\d+$/.test(pid ?? '')) return false
  if (!runs(Number(pid))) return true
  const since = startOf(Number(pid))
  return since === 'ended' || (since !== null && start !== '0' && since !== start)
}

/** The process number in an owner's name. */
export function processOf(owner: Owner): string {
  return owner.split('.')[1] ?? 'unknown'
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')
  }
}

/** Field 22 of proc_pid_stat(5); `ended` for a process that only waits for its parent to take note; null if unknown. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return 'ended'
    return fields[19] ?? null
  } catch {
    return null
  }
}

let known: string | undefined

/** This machine and its space of process numbers (containers have their own), as 8 hexadecimal digits. */
function machine(): string {
  known ??= createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 8)
  return known
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

import { table } from '../../render/index.ts'
import {
  type ChangedKeys,
  fingerprintOfKey,
  isValidAt,
  type KeyLine,
  type ListedKeys,
  typeOfKey,
} from '../../workflows/index.ts'
import { Flags } from '../annex-command.ts'
import type { Report } from './report.ts'

/** `--approve`: record an approval, and do not act. */
export const approveFlag = Flags.boolean({
  description: 'Record on main that you approve this, where the policy asks for several keys; nothing else is done.',
})

/** Returns the keys as `annex keys list --json` prints them. */
export function keysJson({ keys, policy }: ListedKeys) {
  return { keys: keys.map(keyJson), policy }
}

function keyJson(line: KeyLine) {
  return {
    principals: line.principals,
    key: typeOfKey(line),
    fingerprint: fingerprintOfKey(line),
    comment: line.comment,
    namespaces: line.namespaces,
    validAfter: timeText(line.validAfter),
    validBefore: timeText(line.validBefore),
    state: stateOf(line),
  }
}

function timeText(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}

function stateOf(line: KeyLine): 'good' | 'expired' | 'not-yet' {
  const now = Date.now() / 1000
  if (isValidAt(line, now)) return 'good'
  return line.validAfter !== null && now < line.validAfter ? 'not-yet' : 'expired'
}

const STATES = { good: '', expired: 'expired', 'not-yet': 'not valid yet' }

/** Lists keys for people, with the policy. */
export function keysText({ keys, policy }: ListedKeys): string {
  if (keys.length === 0)
    return 'Main lists no keys: records need no signature. Add one with annex keys add ADDRESS FILE.pub.'
  const rows = keys.map((line) => {
    const { principals, key, fingerprint, validAfter, validBefore, state } = keyJson(line)
    const limits = [validAfter === null ? '' : `from ${validAfter}`, validBefore === null ? '' : `until ${validBefore}`]
    return [principals.join(', '), key, fingerprint, limits.filter(Boolean).join(' '), STATES[state]]
  })
  const headings = ['signer', 'key', 'fingerprint', 'valid', 'today']
  return `${table(rows, { headings })}\n\nKeys needed: ${policy.adoption} for an adoption, ${policy.keys} for a change of keys.`
}

/** Returns the report of a change of keys, or of its approval. */
export function changedKeysReport({ commit, digest, ...listed }: ChangedKeys, approved: boolean): Report {
  const json = { commit, approved, digest, ...keysJson(listed) }
  if (commit === null) {
    const text = approved
      ? 'Nothing to record: main already has this approval or change.'
      : 'Nothing to record: main has it already.'
    return { json, text }
  }
  if (approved)
    return { json, text: `Recorded on main: your approval of this change of keys (${digest.slice(0, 19)}).` }
  return { json, text: `Recorded on main.\n\n${keysText(listed)}` }
}

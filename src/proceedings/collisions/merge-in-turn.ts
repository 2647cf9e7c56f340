import { merge } from '../../amendments/index.ts'
import { checkDocument } from '../../rules/index.ts'
import type { Conflict, Document, Finding, Obstacles } from '../../treaty/index.ts'
import type { PendingProposal } from './pending.ts'

/** A text that proposals were merged into, and the entries they added, in order: what came first stands first. */
export interface MergedSoFar {
  document: Document
  seniority: readonly string[]
}

/** Merges one proposal into a text, as its adoption would. */
export function mergeInto(before: MergedSoFar, { base, text }: PendingProposal): MergedSoFar & Obstacles {
  const { document, conflicts } = merge(base, before.document, text, { seniority: before.seniority })
  const stood = new Set(base.entries.map(({ id }) => id))
  const added = text.entries.map(({ id }) => id).filter((id) => !stood.has(id))
  const known = new Set([before.document, text].flatMap(errorsOf).map(essenceOf))
  const findings = errorsOf(document).filter((finding) => !known.has(essenceOf(finding)))
  return { document, seniority: [...before.seniority, ...added], conflicts, findings }
}

/** Those obstacles of `all` that are not among `known`. */
export function beyond(all: Obstacles, known: Obstacles): Obstacles {
  const conflicts = new Set(known.conflicts.map(placeOf))
  const findings = new Set(known.findings.map(essenceOf))
  return {
    conflicts: all.conflicts.filter((conflict) => !conflicts.has(placeOf(conflict))),
    findings: all.findings.filter((finding) => !findings.has(essenceOf(finding))),
  }
}

export function isClear({ conflicts, findings }: Obstacles): boolean {
  return conflicts.length + findings.length === 0
}

function errorsOf(document: Document): Finding[] {
  return checkDocument(document).filter(({ level }) => level === 'error')
}

function essenceOf({ rule, message }: Finding): string {
  return `${rule} ${message}`
}

function placeOf({ entry, field, language }: Conflict): string {
  return JSON.stringify([entry, field, language])
}

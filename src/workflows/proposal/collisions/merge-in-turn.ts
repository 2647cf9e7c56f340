import { merge } from '../../../text/index.ts'
import type { Conflict, Document, Finding, Obstacles } from '../../../treaty/index.ts'
import { type TreatyText, textFindings } from '../../documents/treaty-text.ts'
import type { PendingProposal } from './pending-proposals.ts'

/** A text that proposals were merged into, and the entries they added, in order: what came first stands first. */
export interface MergedSoFar {
  document: Document
  seniority: readonly string[]
  /** The treaty that the text is judged beside, at the levels that the repository sets. */
  treaty: TreatyText
}

/**
 * Merges one proposal into a text, as its adoption would. Findings are errors of the outcome that neither side had by itself:
 * not the text beside its treaty, nor the proposal's beside the one that it was drafted on.
 */
export function mergeInto(before: MergedSoFar, { base, text, treaty }: PendingProposal): MergedSoFar & Obstacles {
  const { document, conflicts } = merge(base, before.document, text, { seniority: before.seniority })
  const stood = new Set(base.entries.map(({ id }) => id))
  const added = text.entries.map(({ id }) => id).filter((id) => !stood.has(id))
  const known = new Set([...errorsIn(before.document, before.treaty), ...errorsIn(text, treaty)].map(essenceOf))
  const findings = errorsIn(document, before.treaty).filter((finding) => !known.has(essenceOf(finding)))
  return { ...before, document, seniority: [...before.seniority, ...added], conflicts, findings }
}

function errorsIn(document: Document, treaty: TreatyText): Finding[] {
  return textFindings(document.document, document, treaty).filter(({ level }) => level === 'error')
}

/** The text beside another document of the treaty that a proposal was merged into. */
export function beside(text: MergedSoFar, { document }: MergedSoFar): MergedSoFar {
  const documents = new Map(text.treaty.documents).set(document.document, document)
  return { ...text, treaty: { ...text.treaty, documents } }
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

function essenceOf({ rule, message }: Finding): string {
  return `${rule} ${message}`
}

function placeOf({ entry, field, language }: Conflict): string {
  return JSON.stringify([entry, field, language])
}

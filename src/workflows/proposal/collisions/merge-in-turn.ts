import { merge } from '../../../text/index.ts'
import type { Conflict, Document, Finding, MergeProblems } from '../../../treaty/index.ts'
import { type TreatyText, textFindings } from '../../documents/treaty-text.ts'
import type { PendingProposal } from './pending-proposals.ts'

/** A text that proposals were merged into. */
export interface MergedSoFar {
  document: Document
  /** The entries that those proposals added, the first merged first. */
  seniority: readonly string[]
  /** The other documents of the treaty, and the severities that the repository sets: the rules need both. */
  treaty: TreatyText
}

/**
 * Merges one proposal into a text, as its adoption would. The findings are errors in the result that neither the text nor the
 * proposal's draft had before.
 */
export function mergeInto(before: MergedSoFar, { base, text, treaty }: PendingProposal): MergedSoFar & MergeProblems {
  const { document, conflicts } = merge(base, before.document, text, { seniority: before.seniority })
  const inBase = new Set(base.entries.map(({ id }) => id))
  const added = text.entries.map(({ id }) => id).filter((id) => !inBase.has(id))
  const known = new Set([...errorsIn(before.document, before.treaty), ...errorsIn(text, treaty)].map(findingKey))
  const findings = errorsIn(document, before.treaty).filter((finding) => !known.has(findingKey(finding)))
  return { ...before, document, seniority: [...before.seniority, ...added], conflicts, findings }
}

function errorsIn(document: Document, treaty: TreatyText): Finding[] {
  return textFindings(document.document, document, treaty).filter(({ level }) => level === 'error')
}

/** Returns a text with another document of its treaty replaced by the one that a proposal was merged into. */
export function withOther(text: MergedSoFar, { document }: MergedSoFar): MergedSoFar {
  const documents = new Map(text.treaty.documents).set(document.document, document)
  return { ...text, treaty: { ...text.treaty, documents } }
}

/** Returns the obstacles of `all` that are not in `known`. */
export function withoutKnown(all: MergeProblems, known: MergeProblems): MergeProblems {
  const conflicts = new Set(known.conflicts.map(conflictKey))
  const findings = new Set(known.findings.map(findingKey))
  return {
    conflicts: all.conflicts.filter((conflict) => !conflicts.has(conflictKey(conflict))),
    findings: all.findings.filter((finding) => !findings.has(findingKey(finding))),
  }
}

export function isClear({ conflicts, findings }: MergeProblems): boolean {
  return conflicts.length + findings.length === 0
}

function findingKey({ rule, message }: Finding): string {
  return `${rule} ${message}`
}

function conflictKey({ entry, field, language }: Conflict): string {
  return JSON.stringify([entry, field, language])
}

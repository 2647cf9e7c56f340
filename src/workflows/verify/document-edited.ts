import { documentPath } from '../../files/index.ts'
import { diff } from '../../text/index.ts'
import type { Change, Document, Finding } from '../../treaty/index.ts'
import { named, type Step } from './main-history.ts'
import type { Subject } from './subject.ts'

/**
 * The authentic words change by adoption alone. Every other commit on main that changed them is named; one that changed
 * facts and notes alone, or the file's layout, is none.
 */
export async function editedDocuments(subject: Subject): Promise<Finding[]> {
  const findings: Finding[] = []
  const stepsOf = (document: string) => subject.byPath.get(documentPath(document)) ?? []
  const total = subject.documents.reduce((sum, document) => sum + stepsOf(document).length, 0)
  let done = 0
  const tellOne = () => subject.tell(++done, total)
  for (const document of subject.documents) findings.push(...(await editsOf(subject, document, tellOne)))
  return findings
}

async function editsOf(subject: Subject, document: string, tellOne: () => void): Promise<Finding[]> {
  const file = documentPath(document)
  const adopting = new Set(
    subject.adoptions.filter(({ proposal }) => proposal.document === document).map(({ step }) => step.commit.id),
  )
  const findings: Finding[] = []
  let before: Document | null = null
  for (const step of subject.byPath.get(file) ?? []) {
    const after: Document | null = await subject.documentAt(step.commit.id, document)
    if (after === null) findings.push(lost(step, file))
    else if (before !== null && !adopting.has(step.commit.id)) findings.push(...edited(step, file, diff(before, after)))
    before = after ?? before
    tellOne()
  }
  return findings
}

function edited(step: Step, file: string, changes: readonly Change[]): Finding[] {
  const words = changes.filter(({ kind }) => kind !== 'fact' && kind !== 'note')
  if (words.length === 0) return []
  return [
    {
      rule: 'verify/document-edited',
      level: 'error',
      message: `Commit ${named(step.commit)} changed the text outside any adoption: ${changedEntries(words)}.`,
      hint: 'Undo it with git revert, and draft the change as a proposal; this commit stays named.',
      at: { file },
    },
  ]
}

/** What changed, in a few words: `hague-1970 (reworded), x (added) and 3 more`. */
export function changedEntries(changes: readonly Change[]): string {
  const all = changes.map((change) => `${change.entry ?? 'the document'} (${change.kind})`)
  const more = all.length > 4 ? ` and ${all.length - 4} more` : ''
  return `${all.slice(0, 4).join(', ')}${more}`
}

function lost(step: Step, file: string): Finding {
  return {
    rule: 'verify/document-edited',
    level: 'error',
    message: `Commit ${named(step.commit)} removed the document, or left it so that it cannot be read.`,
    hint: 'Bring it back with git revert.',
    at: { file },
  }
}

import { documentPath } from '../../files/index.ts'
import type { NamedCommit } from '../../git/index.ts'
import type { Finding } from '../../treaty/index.ts'
import { named } from './main-history.ts'
import type { Subject } from './subject.ts'

/** Every edition has its annotated tag, on the commit that wrote it, in order; and every such tag its edition. */
export async function editionTags(subject: Subject): Promise<Finding[]> {
  const tags = new Map(subject.tags.map((tag) => [tag.name, tag]))
  const findings: Finding[] = []
  for (const document of subject.documents) findings.push(...firstEdition(subject, document, tags))
  for (const { edition, step } of subject.adoptions) {
    const tag = tags.get(edition)
    if (tag === undefined) findings.push(missing(edition, named(step.commit)))
    else if (tag.commit !== step.commit.id) findings.push(moved(tag, named(step.commit)))
  }
  return [...findings, ...outOfOrder(subject), ...ofNoEdition(subject), ...notAnnotated(subject)]
}

// v1 is the text that the treaty began with: of the commit that brought it to main, and of none that only has it too.
function firstEdition({ byPath }: Subject, document: string, tags: ReadonlyMap<string, NamedCommit>): Finding[] {
  const [first] = byPath.get(documentPath(document)) ?? []
  if (first === undefined) return []
  const tag = tags.get(`${document}/v1`)
  if (tag === undefined) return [missing(`${document}/v1`, named(first.commit))]
  return tag.commit === first.commit.id ? [] : [moved(tag, named(first.commit))]
}

function outOfOrder({ adoptions, documents }: Subject): Finding[] {
  return documents.flatMap((document) => {
    const own = adoptions.filter(({ proposal }) => proposal.document === document)
    return own.flatMap(({ edition, step }, index): Finding[] => {
      const due = `${document}/v${index + 2}`
      if (edition === due) return []
      const message = `Commit ${named(step.commit)} is called ${edition}; in main's order it is ${due}.`
      const hint = 'Compare with another clone: editions are numbered as main adopted them.'
      return [{ rule: 'verify/edition-order', level: 'error', message, hint, at: { file: documentPath(document) } }]
    })
  })
}

function ofNoEdition({ tags, adoptions, documents }: Subject): Finding[] {
  const due = new Set([...documents.map((id) => `${id}/v1`), ...adoptions.map(({ edition }) => edition)])
  return tags
    .filter(({ name }) => !due.has(name))
    .map(({ name, commit }) => ({
      rule: 'verify/edition-unfounded',
      level: 'error',
      message: `The tag ${name}, on ${commit.slice(0, 12)}, is of no edition that main records.`,
      hint: `Look where it comes from; git tag -d ${name} takes it away here.`,
    }))
}

function notAnnotated({ tags }: Subject): Finding[] {
  return tags
    .filter(({ object, commit }) => object === commit)
    .map(({ name }) => ({
      rule: 'verify/edition-annotated',
      level: 'error',
      message: `The tag ${name} is not annotated: nothing says who made it, and when.`,
      hint: `Fetch the tag as it was published, or make it anew: git tag -a -f ${name} ${name}^{}`,
    }))
}

function missing(name: string, commit: string): Finding {
  return {
    rule: 'verify/edition-missing',
    level: 'error',
    message: `There is no tag ${name}; it belongs on commit ${commit}.`,
    hint: 'Fetch the tags (git fetch --tags); annex proposal adopt finishes an adoption that was interrupted.',
  }
}

function moved({ name, commit }: NamedCommit, due: string): Finding {
  return {
    rule: 'verify/edition-moved',
    level: 'error',
    message: `The tag ${name} is on ${commit.slice(0, 12)}; main wrote that edition in commit ${due}.`,
    hint: 'Fetch it anew from a clone that you trust: a published tag is never moved.',
  }
}

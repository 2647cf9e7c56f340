import { documentPath, proposalPath } from '../../files/index.ts'
import type { NamedCommit } from '../../git/index.ts'
import type { Finding, Proposal } from '../../treaty/index.ts'
import { branchOf, isEdition, proposalOnBranch } from '../record/editions-and-branches.ts'
import type { Adoption, Audit, Judged } from './audit.ts'
import { named } from './main-history.ts'
import { adoptedIn, documentIn, proposalFileIn, proposalOf, type RecordFiles } from './record-files.ts'

/** Every edition has its annotated tag, on the commit that wrote it, in order; and every such tag belongs to an edition. */
export async function judgeEditions(judged: Judged, documents: readonly string[]): Promise<Finding[]> {
  const { audit, adoptions } = judged
  const believed = adoptedIn(judged.believed, audit.reader)
  const tags = audit.tags.filter(({ name }) => isEdition(name))
  const byName = new Map(tags.map((tag) => [tag.name, tag]))
  const findings = documents.flatMap((document) => firstEdition(judged, document, byName))
  findings.push(...(await believedEditions(judged, documents, byName)))
  for (const { edition, act } of adoptions) {
    const tag = byName.get(edition)
    if (tag === undefined) findings.push(missing(edition, named(act.main.commit)))
    else if (tag.commit !== act.main.commit.id) findings.push(moved(tag, named(act.main.commit)))
  }
  return [
    ...findings,
    ...documents.flatMap((document) => outOfOrder(document, believed, adoptions)),
    ...unfounded(tags, [
      ...documents.map((id) => `${id}/v1`),
      ...believed.map(({ edition }) => edition),
      ...adoptions.map(({ edition }) => edition),
    ]),
    ...notAnnotated(tags),
    ...misnamed(audit.tags),
    ...namedLikeBranches(audit),
  ]
}

// v1 is the text that the treaty began with: its tag is on the commit that brought it to main.
function firstEdition(
  { audit: { history }, believed }: Judged,
  document: string,
  tags: ReadonlyMap<string, NamedCommit>,
): Finding[] {
  const path = documentPath(document)
  const tag = tags.get(`${document}/v1`)
  if (believed.others.has(path)) return []
  const first = history.commits.find(({ changes }) => changes.some((change) => change.path === path))
  if (first === undefined) return []
  if (tag === undefined) return [missing(`${document}/v1`, named(first.commit))]
  return tag.commit === first.commit.id ? [] : [moved(tag, named(first.commit))]
}

// The commit that wrote a believed edition is not looked for: its tag says which it is, and that commit must have written it.
async function believedEditions(
  { audit, believed }: Judged,
  documents: readonly string[],
  tags: ReadonlyMap<string, NamedCommit>,
): Promise<Finding[]> {
  const first = documents.map(documentPath).filter((path) => believed.others.has(path))
  const due = [
    ...first.map((path) => ({ edition: `${documentIn(path)}/v1`, path })),
    ...adoptedIn(believed, audit.reader).map(({ edition = '', proposal }) => ({
      edition,
      path: proposalPath(proposal),
    })),
  ]
  const findings: Finding[] = []
  for (const { edition, path } of due) {
    const tag = tags.get(edition)
    const file = `the one before ${(audit.history.since ?? '').slice(0, 12)} that wrote it in ${path}`
    if (tag === undefined) findings.push(missing(edition, file))
    else if (!(await wroteEdition(audit, tag, path))) findings.push(moved(tag, file))
  }
  return findings
}

/** Whether a believed commit brought a document to main, or recorded in a proposal's file the edition that a tag on it names. */
async function wroteEdition({ repository, reader, history }: Audit, tag: NamedCommit, path: string): Promise<boolean> {
  if (!history.believed.has(tag.commit)) return false
  const { parents } = await repository.readCommit(tag.commit)
  const changes = await repository.changedFiles(parents[0] ?? null, tag.commit, path.slice(0, path.lastIndexOf('/')))
  const change = changes.find((each) => each.path === path)
  if (change === undefined) return false
  if (proposalFileIn(path) === null) return change.before === null
  const [was, is] = [change.before, change.after].map((file) => reader.proposal(path, file))
  return is?.edition === tag.name && was?.edition === undefined
}

function outOfOrder(document: string, believed: readonly Proposal[], adoptions: readonly Adoption[]): Finding[] {
  const own = adoptions.filter(({ proposal }) => proposal.document === document)
  const earlier = believed.filter((proposal) => proposal.document === document).length
  return own.flatMap(({ edition, act }, index): Finding[] => {
    const due = `${document}/v${earlier + index + 2}`
    if (edition === due) return []
    const message = `Commit ${named(act.main.commit)} is called ${edition}; in main's order it is ${due}.`
    const hint = 'Compare with another clone: editions are numbered in the order in which main adopted them.'
    return [{ rule: 'verify/edition-order', level: 'error', message, hint, at: { file: documentPath(document) } }]
  })
}

/** @param due the editions that main records */
function unfounded(tags: readonly NamedCommit[], due: readonly (string | undefined)[]): Finding[] {
  const recorded = new Set(due)
  return tags
    .filter(({ name }) => !recorded.has(name))
    .map(({ name, commit }) => ({
      rule: 'verify/edition-unfounded',
      level: 'error',
      message: `The tag ${name}, on ${commit.slice(0, 12)}, belongs to no edition that main records.`,
      hint: `Find out where it comes from; git tag -d ${name} removes it here.`,
    }))
}

function notAnnotated(tags: readonly NamedCommit[]): Finding[] {
  return tags
    .filter(({ object, commit }) => object === commit)
    .map(({ name }) => ({
      rule: 'verify/edition-annotated',
      level: 'error',
      message: `The tag ${name} is not annotated: it does not say who made it and when.`,
      hint: `Fetch the tag as it was published, or make it again: git tag -a -f ${name} ${name}^{}`,
    }))
}

// Git takes a tag before a branch with the same name.
function namedLikeBranches({ tags, repository }: Audit): Finding[] {
  return tags
    .filter(({ name }) => name === repository.mainBranch || proposalOnBranch(name) !== null)
    .map(({ name, commit }) => ({
      rule: 'verify/tag-name',
      level: 'error',
      message: `The tag ${name}, on ${commit.slice(0, 12)}, has the name of a branch.`,
      hint: `Find out where it comes from; git tag -d ${name} removes it here.`,
    }))
}

// A tag object can be copied to another name: then the object still says the first one.
function misnamed(tags: readonly NamedCommit[]): Finding[] {
  return tags.flatMap(({ name, tagged, commit }) => {
    if (tagged === undefined || tagged === name) return []
    return [
      {
        rule: 'verify/tag-name' as const,
        level: 'error' as const,
        message: `The tag ${name}, on ${commit.slice(0, 12)}, is an object that calls itself ${JSON.stringify(tagged)}.`,
        hint: `Fetch the tag from a clone that you trust; git tag -d ${name} removes it here.`,
      },
    ]
  })
}

function missing(name: string, commit: string): Finding {
  return {
    rule: 'verify/edition-missing',
    level: 'error',
    message: `The tag ${name} is missing; it belongs on commit ${commit}.`,
    hint: 'Fetch the tags (git fetch --tags). annex proposal adopt finishes an interrupted adoption.',
  }
}

function moved({ name, commit }: NamedCommit, due: string): Finding {
  return {
    rule: 'verify/edition-moved',
    level: 'error',
    message: `The tag ${name} is on ${commit.slice(0, 12)}, but main wrote that edition in commit ${due}.`,
    hint: 'Fetch it again from a clone that you trust: a published tag is never moved.',
  }
}

/** The branch of a circulated proposal still contains the commit that was circulated. Main's record counts in any case. */
export async function keptBranches({ repository, reader }: Audit, files: RecordFiles): Promise<Finding[]> {
  const branches = new Map((await repository.branches('proposal/')).map((branch) => [branch.name, branch]))
  const findings: Finding[] = []
  for (const id of files.proposals.keys()) {
    const frozen = proposalOf(files, reader, id)?.frozen
    const branch = branches.get(branchOf(id))
    if (frozen === undefined || branch === undefined) continue
    if (await repository.isAncestor(frozen.commit, branch.commit)) continue
    findings.push({
      rule: 'verify/branch-rewritten',
      level: 'warning',
      message: `The branch ${branch.name} (${branch.commit.slice(0, 12)}) no longer contains the circulated commit ${frozen.commit.slice(0, 12)}.`,
      hint: `Restore the branch: git branch -f ${branch.name} ${frozen.commit.slice(0, 12)}`,
      at: { file: proposalPath(id) },
    })
  }
  return findings
}

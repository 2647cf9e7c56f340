import { readProposal } from '../../../files/index.ts'
import type { Repository } from '../../../git/index.ts'
import type { Finding, RuleId } from '../../../treaty/index.ts'
import { isEdition, proposalOnBranch } from '../../record/editions-and-branches.ts'
import { guarded } from '../audit.ts'
import type { PushedRef } from './pushed-refs.ts'

/** Checks what no audit of main sees: refs that a push deletes, moves or names as it must not. */
export async function judgeRefs(
  repository: Repository,
  main: string | null,
  refs: readonly PushedRef[],
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const each of refs) findings.push(...(await guarded(() => judgeRef(repository, main, each))))
  return findings
}

async function judgeRef(repository: Repository, main: string | null, pushed: PushedRef): Promise<Finding[]> {
  const { ref } = pushed
  if (ref.startsWith('refs/annex/')) {
    return [
      refused(
        'verify/reserved-ref',
        `The ref ${ref} belongs to each clone and is not pushed.`,
        `Push branches and tags only.`,
      ),
    ]
  }
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1]
  if (tag !== undefined) return judgeTag(repository, tag, main, pushed)
  if (branch !== undefined && isEdition(branch) && pushed.now !== null) {
    return [refused('verify/tag-name', `The branch ${branch} has the name of an edition.`, 'Choose another name.')]
  }
  const proposal = branch === undefined ? null : proposalOnBranch(branch)
  return proposal === null || main === null ? [] : judgeDraft(repository, main, proposal, pushed)
}

function judgeTag({ mainBranch }: Repository, name: string, main: string | null, { old, now }: PushedRef): Finding[] {
  // Where there is a main, its audit looks at the names of tags.
  if (main === null && now !== null && (name === mainBranch || proposalOnBranch(name) !== null)) {
    return [refused('verify/tag-name', `The tag ${name} has the name of a branch.`, 'Choose another name.')]
  }
  if (!isEdition(name)) return []
  if (old !== null) {
    const what = now === null ? 'deleted' : `moved from ${old.slice(0, 12)} to ${now.slice(0, 12)}`
    return [
      refused(
        'verify/edition-moved',
        `The tag ${name} would be ${what}.`,
        'A published tag is never moved or deleted: leave it as it is.',
      ),
    ]
  }
  if (main !== null) return []
  return [
    refused(
      'verify/edition-unfounded',
      `The tag ${name} belongs to no edition: this server has no main.`,
      'Push main first.',
    ),
  ]
}

// A draft is its author's. What was circulated must stay: main records its commit, and an adoption merges it.
async function judgeDraft(
  repository: Repository,
  main: string,
  id: string,
  { ref, now }: PushedRef,
): Promise<Finding[]> {
  if (now !== null) return []
  const frozen = (await readProposal(repository.at(main), id)).data?.frozen
  if (frozen === undefined || (await repository.isAncestor(frozen.commit, main))) return []
  const what = `The branch ${ref.slice('refs/heads/'.length)} would be deleted with the circulated commit ${frozen.commit.slice(0, 12)}.`
  return [refused('verify/branch-rewritten', what, 'Keep it: main has this commit only after the adoption.')]
}

/** A finding because of which a push is refused. */
export function refused(rule: RuleId, message: string, hint: string): Finding {
  return { rule, level: 'error', message, hint }
}

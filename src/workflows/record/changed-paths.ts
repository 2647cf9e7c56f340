import type { Repository } from '../../git/index.ts'

/** The paths under annexes/ that differ between a commit and a branch (or the work tree, while the branch is checked out). */
export async function changedPaths(
  repository: Repository,
  base: string,
  branch: { commit: string; fromWorkTree: boolean },
): Promise<string[]> {
  const changed = new Set(await repository.changedPaths(base, branch.commit, 'annexes/'))
  if (!branch.fromWorkTree) return [...changed].sort()
  const { changed: edited, untracked } = await repository.status('annexes/')
  return [...new Set([...changed, ...edited, ...untracked])].sort()
}

import type { Commit, Repository } from '../../git/index.ts'

/** One step of main: a commit, what it stood on, and the paths under annexes/ that it changed there. */
export interface Step {
  commit: Commit
  /** The first parent; null for the beginning. */
  parent: string | null
  paths: readonly string[]
}

/** Main along first parents, the oldest first: what each command that wrote the record stood on. */
export interface MainHistory {
  tip: string
  steps: readonly Step[]
  /** Each step's place, by its commit's id. */
  places: ReadonlyMap<string, number>
}

/** Walks main once; of the files only tree ids are looked at. @throws AnnexError unknown-revision, unreadable */
export async function readMainHistory(repository: Repository): Promise<MainHistory> {
  const tip = await repository.resolve(repository.mainBranch)
  const steps: Step[] = []
  for (let id: string | null = tip; id !== null; id = steps.at(-1)?.parent ?? null) {
    const commit = await repository.readCommit(id)
    const parent = commit.parents[0] ?? null
    const paths: string[] =
      parent === null
        ? await repository.at(id).listFiles('annexes')
        : await repository.changedPaths(parent, id, 'annexes/')
    steps.push({ commit, parent, paths })
  }
  steps.reverse()
  return { tip, steps, places: new Map(steps.map(({ commit }, place) => [commit.id, place])) }
}

/** The steps that changed each path, in order. */
export function stepsByPath({ steps }: MainHistory): Map<string, Step[]> {
  const found = new Map<string, Step[]>()
  for (const step of steps) {
    for (const path of step.paths) {
      const known = found.get(path)
      if (known === undefined) found.set(path, [step])
      else known.push(step)
    }
  }
  return found
}

/** A commit as a finding names it: `0123456789ab (Reword it, by Clerk)`. */
export function named({ id, author, message }: Commit): string {
  const [subject = ''] = message.split('\n')
  return `${id.slice(0, 12)} (${subject}, by ${author.name})`
}

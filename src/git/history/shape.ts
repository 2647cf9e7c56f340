import type { Commit } from '../objects/commit.ts'
import type { CommitGraphFile } from './commit-graph.ts'

/**
 * Which commit stands on which, told in numbers: walks compare and count millions of commits, and whole numbers cost less than
 * ids. What git wrote of it is taken from there; other commits are unpacked when they are come to.
 */
export interface Shape {
  /** The commit's number in this process: any whole number from 0, always the same one. */
  numberOf(id: string): number
  idOf(number: number): string
  /** The numbers of the parents, in their order. @throws GitError unsupported-repository where a shallow clone was cut off */
  parentsOf(number: number): readonly number[]
  /** Whether the one comes first when commits wait their turn: the later committer date, then the smaller id. */
  precedes(one: number, other: number): boolean
}

/** A commit that git's notes do not tell of. */
interface Unpacked {
  id: string
  timestamp: number
  parents: readonly string[]
  numbers?: readonly number[]
}

/**
 * @param file what git wrote; null where there is nothing
 * @param unpack reads a commit, and its parents as far as they are here
 */
export function openShape(
  file: CommitGraphFile | null,
  unpack: (id: string) => { commit: Commit; parents: readonly string[] },
): Shape {
  const count = file?.count ?? 0
  const unpacked: Unpacked[] = []
  const numbers = new Map<string, number>()

  const numberOf = (id: string): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const noted = file?.find(id) ?? -1
    const number = noted >= 0 ? noted : count + takeIn(id)
    numbers.set(id, number)
    return number
  }
  const takeIn = (id: string): number => {
    const { commit, parents } = unpack(id)
    return unpacked.push({ id, parents, timestamp: commit.committer.timestamp }) - 1
  }
  const other = (number: number): Unpacked => {
    const found = unpacked[number - count]
    if (found === undefined) throw new RangeError(`no commit has the number ${number}`)
    return found
  }
  const timestampOf = (number: number): number =>
    file !== null && number < count ? file.timestampAt(number) : other(number).timestamp
  const idOf = (number: number): string => (file !== null && number < count ? file.idAt(number) : other(number).id)

  return {
    numberOf,
    idOf,
    parentsOf(number) {
      if (file !== null && number < count) return file.parentsAt(number)
      const commit = other(number)
      commit.numbers ??= commit.parents.map(numberOf)
      return commit.numbers
    },
    precedes(one, second) {
      const difference = timestampOf(one) - timestampOf(second)
      if (difference !== 0) return difference > 0
      return idOf(one) < idOf(second)
    },
  }
}

import type { Commit } from '../objects/commit.ts'

/** Commits that wait to be visited: the latest committer date first, then the smallest id. A binary heap. */
interface CommitQueue {
  readonly size: number
  push(commit: Commit): void
  pop(): Commit | undefined
}

/** Returns an empty queue. */
export function makeCommitQueue(): CommitQueue {
  const heap: Commit[] = []
  const isInOrder = (parent: number, child: number): boolean => {
    const [above, below] = [heap[parent], heap[child]]
    return above === undefined || below === undefined || !precedes(below, above)
  }
  const swap = (one: number, other: number): void => {
    const [first, second] = [heap[one], heap[other]]
    if (first === undefined || second === undefined) return
    heap[one] = second
    heap[other] = first
  }
  const sink = (): void => {
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1
      const child = isInOrder(left, left + 1) ? left : left + 1
      if (isInOrder(parent, child)) return
      swap(parent, child)
      parent = child
    }
  }
  return {
    get size() {
      return heap.length
    },
    push(commit) {
      heap.push(commit)
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1
        if (isInOrder(parent, child)) return
        swap(parent, child)
        child = parent
      }
    },
    pop() {
      const first = heap[0]
      const last = heap.pop()
      if (last !== undefined && heap.length > 0) {
        heap[0] = last
        sink()
      }
      return first
    },
  }
}

function precedes(one: Commit, other: Commit): boolean {
  const difference = one.committer.timestamp - other.committer.timestamp
  return difference === 0 ? one.id < other.id : difference > 0
}

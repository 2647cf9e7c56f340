import type { Links } from './links.ts'

/** Commits waiting their turn: the latest committer date comes first, then the smallest id. A binary heap. */
export interface CommitQueue {
  readonly size: number
  push(commit: Links): void
  pop(): Links | undefined
}

/** Whether `one` comes out of the queue before `other`. */
function precedes(one: Links, other: Links): boolean {
  const difference = one.timestamp - other.timestamp
  return difference === 0 ? one.id < other.id : difference > 0
}

export function makeCommitQueue(): CommitQueue {
  const heap: Links[] = []
  const at = (index: number) => heap[index]
  const inOrder = (parent: number, child: number): boolean => {
    const [above, below] = [at(parent), at(child)]
    return above === undefined || below === undefined || !precedes(below, above)
  }
  const swap = (one: number, other: number): void => {
    const [first, second] = [at(one), at(other)]
    if (first === undefined || second === undefined) return
    heap[one] = second
    heap[other] = first
  }
  const sink = (): void => {
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1
      const child = inOrder(left, left + 1) ? left : left + 1
      if (inOrder(parent, child)) return
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
        if (inOrder(parent, child)) return
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

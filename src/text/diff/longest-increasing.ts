/**
 * Returns the positions in `values` of one longest strictly increasing subsequence, in order. Patience sorting, n log n.
 * Source: C. Schensted, Longest increasing and decreasing subsequences, 1961.
 */
export function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  values.forEach((value, position) => {
    const length = firstTailNotBelow(values, tails, value)
    previous[position] = length === 0 ? undefined : tails[length - 1]
    tails[length] = position
  })
  const chosen: number[] = []
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) chosen.push(at)
  return chosen.reverse()
}

function firstTailNotBelow(values: readonly number[], tails: readonly number[], value: number): number {
  let low = 0
  let high = tails.length
  while (low < high) {
    const middle = (low + high) >> 1
    const tail = values[tails[middle] ?? 0] ?? 0
    if (tail < value) low = middle + 1
    else high = middle
  }
  return low
}

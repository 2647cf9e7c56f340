import { diffLines } from 'diff'

/**
 * Joins two texts that differ only where they conflict into one text, with git's conflict markers around each difference.
 * @param names the labels of the two sides in the markers
 */
export function markConflicts(ours: string, theirs: string, names: { ours: string; theirs: string }): string {
  const out: string[] = []
  const pending = { ours: '', theirs: '' }
  const flush = () => {
    if (pending.ours === '' && pending.theirs === '') return
    out.push(`<<<<<<< ${names.ours}\n${pending.ours}=======\n${pending.theirs}>>>>>>> ${names.theirs}\n`)
    pending.ours = ''
    pending.theirs = ''
  }
  for (const { value, added, removed } of diffLines(ours, theirs)) {
    if (removed) pending.ours += value
    else if (added) pending.theirs += value
    else {
      flush()
      out.push(value)
    }
  }
  flush()
  return out.join('')
}

import type { TreeDifference } from '../../../git/index.ts'
import type { Finding } from '../../../treaty/index.ts'
import { type Act, type Audit, about } from '../audit.ts'

/** The readings decide outcomes, so each change of one is shown, with the options before and after. */
export async function judgeReadings({ reader }: Audit, { main }: Act, change: TreeDifference): Promise<Finding[]> {
  const { path, before: was, after: is } = change
  const [old, now] = [reader.readings(path, was)?.readings ?? {}, reader.readings(path, is)?.readings]
  if (now === undefined) {
    const hint = 'Undo it with git revert: without the file each question has its default.'
    return [about(main, 'verify/readings-changed', 'removed the readings, or made them unreadable', hint, path)]
  }
  if (main.parents.length === 0) return []
  const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((id) => old[id] !== now[id])
  if (changed.length === 0) return []
  const what = changed.map((id) => `${id} from ${old[id] ?? 'its default'} to ${now[id] ?? 'its default'}`).join(', ')
  const hint = 'Check that the office decided this. If not, undo it with git revert.'
  return [about(main, 'verify/readings-changed', `changed a reading: ${what}`, hint, path, 'warning')]
}

import type { Finding } from '../../treaty/index.ts'
import { named, type Step } from './main-history.ts'
import type { Subject } from './subject.ts'

const EVENT = /^annexes\/proposals\/[^/]+\/events\/[^/]+\.yaml$/

/** An event is filed once, and stays as it was filed. */
export async function unchangedEvents({ byPath }: Subject): Promise<Finding[]> {
  return eventFiles(byPath).flatMap((file) => {
    const [first, ...later] = byPath.get(file) ?? []
    return first === undefined ? [] : later.map((step) => edited(file, first, step))
  })
}

/** Every event that main has or had. */
export function eventFiles(byPath: Subject['byPath']): string[] {
  return [...byPath.keys()].filter((path) => EVENT.test(path)).sort()
}

function edited(file: string, first: Step, step: Step): Finding {
  return {
    rule: 'verify/event-changed',
    level: 'error',
    message: `Commit ${named(step.commit)} changed or removed what commit ${named(first.commit)} had filed.`,
    hint: `Restore it: git checkout ${first.commit.id.slice(0, 12)} -- ${file}; file a new event for what is new.`,
    at: { file },
  }
}

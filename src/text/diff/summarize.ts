import type { Change, Summary } from '../../treaty/index.ts'

const COUNTED_AS = {
  added: 'added',
  removed: 'removed',
  renamed: 'renamed',
  moved: 'moved',
  renumbered: 'renumbered',
  reworded: 'reworded',
  fact: 'facts',
  note: 'notes',
  title: 'titles',
  sections: 'sections',
} as const satisfies Record<Change['kind'], keyof Summary>

/** Counts the changes of each kind. */
export function summarize(changes: readonly Change[]): Summary {
  const summary: Summary = {
    added: 0,
    removed: 0,
    renamed: 0,
    moved: 0,
    renumbered: 0,
    reworded: 0,
    facts: 0,
    notes: 0,
    titles: 0,
    sections: 0,
  }
  for (const { kind } of changes) summary[COUNTED_AS[kind]] += 1
  return summary
}

// Verbs on text: what happened between two versions, making it happen, undoing it.

export { type Applied, apply } from './apply.ts'
export { type ChangelogOptions, changelog, type ProposalOnRecord } from './changelog/changelog.ts'
export { compare, mark, type Sides } from './compare.ts'
export { diff } from './diff.ts'
export { fingerprint } from './fingerprint.ts'
export { invert } from './invert.ts'
export { markConflicts } from './merge/marked-conflicts.ts'
export { type MergeOptions, type MergeResult, merge } from './merge/merge.ts'
export { type Merged, mergeThree, type Three } from './merge/three-way.ts'
export { redline } from './redline.ts'
export { type FrozenAmendment, type Replayed, type ReplayFinding, replay } from './replay.ts'
export { summarize } from './summarize.ts'

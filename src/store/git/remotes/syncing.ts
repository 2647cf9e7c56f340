import type { Context } from '../context.ts'
import type { SyncOptions } from '../repository.ts'

/** A repository that is being brought together with a server. */
export interface Syncing extends Context, SyncOptions {}

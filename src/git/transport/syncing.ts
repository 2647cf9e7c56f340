import type { Context } from '../repository/context.ts'
import type { SyncOptions } from '../repository/repository.ts'

/** A repository that is being brought together with a server. */
export interface Syncing extends Context, SyncOptions {}

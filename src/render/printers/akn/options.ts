import type { RecordedAmendment } from '../../../treaty/index.ts'

/** What an export in Akoma Ntoso says beside the text. */
export interface AknOptions {
  /** `annex-1/v2`; null where it is no edition. */
  edition: string | null
  /** The amendments that this text has taken, the earliest first. */
  amendments: readonly RecordedAmendment[]
  /** Where identifiers begin, without a final slash (default: `/akn/un/convention/information-crimes`). */
  base?: string
  /** The language of the expression (default: English where the title has it, else the title's first). */
  language?: string
}

import { article17 } from './article-17/index.ts'
import { article62 } from './article-62/index.ts'
import { article67 } from './article-67/index.ts'
import { article68 } from './article-68/index.ts'
import { article70 } from './article-70/index.ts'
import { article71 } from './article-71/index.ts'
import { correction } from './correction/index.ts'
import type { Provision } from './provision.ts'
import { viennaConvention } from './vienna-convention/index.ts'

/** Every paragraph that the program applies. A test compares each quote with its source and requires a cases file. */
export const provisions: readonly Provision[] = [
  ...article17,
  ...article62,
  ...article67,
  ...article68,
  ...article70,
  ...article71,
  ...correction,
  ...viennaConvention,
]

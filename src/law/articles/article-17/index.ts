// Article 17. Use of ICT to commit acts established as offences by the international law

import { lastParagraph } from './last-paragraph-treaties-left.ts'
import { paragraph2 } from './paragraph-2-treaties-not-joined.ts'

export {
  type Exclusion,
  exclusionsBy,
  type IneffectiveDeclaration,
  ineffectiveDeclarations,
  type Listing,
  refusalsOfDeclaration,
} from './exclusions.ts'

export const article17 = [paragraph2, lastParagraph]

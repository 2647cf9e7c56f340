// Article 17. Use of ICT to commit acts established as offences by the international law
import { paragraph2 } from './paragraph-2-treaties-not-joined.ts'
import { secondUnnumberedParagraph } from './second-unnumbered-paragraph-treaties-left.ts'

export {
  type Exclusion,
  exclusionsBy,
  type IneffectiveDeclaration,
  ineffectiveDeclarations,
  type Listing,
  refusalsOfDeclaration,
} from './exclusions.ts'

export const article17 = [paragraph2, secondUnnumberedParagraph]

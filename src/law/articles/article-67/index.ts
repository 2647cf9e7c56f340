// Article 67. Entry into force
import { paragraph1 } from './paragraph-1-thirtieth-instrument.ts'
import { paragraph2 } from './paragraph-2-later-parties.ts'

export { conventionEntryIntoForce } from './paragraph-1-thirtieth-instrument.ts'
export { entryIntoForceFor, inForceFor } from './paragraph-2-later-parties.ts'

export const article67 = [paragraph1, paragraph2]

// Article 71. Denunciation
import { paragraph1 } from './paragraph-1-denunciation.ts'
import { paragraph2 } from './paragraph-2-organizations.ts'

export { denouncedAsAParty, endByDenunciation } from './paragraph-1-denunciation.ts'
export { endOfOrganization } from './paragraph-2-organizations.ts'

export const article71 = [paragraph1, paragraph2]

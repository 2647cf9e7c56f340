import type { ReadingChoice } from '../../treaty/index.ts'
import { foundInWords, readingInWords } from './names.ts'

/** By what a draft was judged. */
export interface JudgedToShow {
  provisions: readonly string[]
  readings: ReadingChoice
  divergences: readonly { reading: string; option: string; findings: readonly string[] }[]
}

/** By which provisions and readings a draft was judged, and under which others something else would be found. */
export function judgedText({ provisions, readings, divergences }: JudgedToShow): string {
  const taken = Object.entries(readings).map(([id, option]) => `${id}: ${option}`)
  const otherwise = divergences.map(
    ({ reading, option, findings }) => `  ${readingInWords(reading, option)}: ${foundInWords(findings)}`,
  )
  return [
    `By the law judged under ${provisions.join(', ')}${taken.length === 0 ? '' : `; readings taken: ${taken.join('; ')}`}.`,
    ...(otherwise.length === 0 ? [] : ['What another reading would change', ...otherwise]),
  ].join('\n')
}

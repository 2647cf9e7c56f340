import { AnnexError, type Finding, hasErrors } from '../../treaty/index.ts'

interface Parsed<Data> {
  file: string
  data: Data | null
  findings: readonly Finding[]
}

/**
 * The data of a file that must be sound for the answer to be trusted.
 * @param command what shows all that is wrong with it
 * @throws AnnexError invalid, naming the file and the first error
 */
export function dataOf<Data>(parsed: Parsed<Data>, command: string): Data {
  if (parsed.data !== null && !hasErrors(parsed.findings)) return parsed.data
  const first = parsed.findings.find((finding) => finding.level === 'error')
  const line = first?.at?.position?.line
  const where = line === undefined ? parsed.file : `${parsed.file}:${line}`
  throw new AnnexError(
    'invalid',
    `${where}: ${first?.message ?? 'cannot be read'}`,
    `${command} shows all that is wrong`,
  )
}

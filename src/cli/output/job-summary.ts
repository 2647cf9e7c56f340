import { appendFile } from 'node:fs/promises'

/**
 * Puts Markdown on the job's page, where GitHub runs the job: it names a file for each step.
 * @returns what to say where that cannot be done; the verdict does not hang on it
 */
export async function addToJobSummary(markdown: string): Promise<string | undefined> {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (file === undefined || file === '') return undefined
  try {
    await appendFile(file, markdown)
    return undefined
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : ''
    return `the job's summary cannot be written to ${file}${why}; see GITHUB_STEP_SUMMARY, the findings stand here`
  }
}

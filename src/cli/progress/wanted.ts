/** Whether a person may see a bar: standard error is a terminal that can wipe a line, and no CI job keeps what is written. */
export function wantsBar({ TERM, CI }: NodeJS.ProcessEnv = process.env): boolean {
  return TERM !== 'dumb' && (CI ?? '') === '' && process.stderr.isTTY === true
}

/** 0: done, nothing to report. 1: findings, or differences where they were asked for by exit code. */
export type ExitCode = 0 | 1

/**
 * What a text is. `people`: lines that people read, safe on a terminal whatever was put into them. `painted`: the same, maybe
 * coloured, from words that were made safe one by one. `file`: a file's content, in whose form its words are safe already.
 */
export type TextForm = 'people' | 'painted' | 'file'

/** A command's answer, in both forms. */
export interface Report {
  /** What `--json` prints, or what makes it: not called where it is not asked for. */
  json: unknown
  /** What people read; a final line feed is added. */
  text: string
  /** Default: `people`. */
  form?: TextForm
  /** What stands beside it on standard error, where the text is a file's and may hold nothing else. */
  remarks?: string
  exitCode?: ExitCode
  /** One line for standard error, `what is wrong; what to do`, about something that the answer does not hang on. */
  aside?: string | undefined
}

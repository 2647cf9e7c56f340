import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { AnnexError, isKnownError } from '../../../treaty/index.ts'
import { differenceOfFiles } from '../../../workflows/index.ts'
import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'
import { documentOption, formatFlag, outputFlag } from '../../flags/flags.ts'
import { DIFF_FORMATS } from '../../output/formats.ts'
import { differenceReport } from '../../output/printed-report.ts'
import { pathNamed, WHERE_PATHS_ARE } from '../../targets/named-files.ts'

export default class Diff extends AnnexCommand {
  static override summary = 'Show what changed between two revisions or two YAML files, entry by entry.'
  static override description =
    'Without revisions: from HEAD to the work tree. With one: from that revision to the work tree. Two files need no repository.'
  static override examples = [
    '<%= config.bin %> diff annex-1/v1 main',
    '<%= config.bin %> diff --document annex-1 --exit-code',
    '<%= config.bin %> diff old.yaml new.yaml --format md',
  ]
  static override args = {
    from: Args.string({ description: `A revision, or a YAML file; ${WHERE_PATHS_ARE}.` }),
    to: Args.string({ description: 'A revision, or a YAML file.' }),
  }
  static override flags = {
    document: documentOption(),
    format: formatFlag(DIFF_FORMATS, 'text'),
    'exit-code': Flags.boolean({ description: 'Exit with 1 if there are differences.' }),
    output: outputFlag,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Diff)
    const difference = await this.difference(args.from, args.to, flags)
    const report = await differenceReport(difference, flags)
    const differs = difference.documents.length > 0
    return { ...report, exitCode: flags['exit-code'] && differs ? (1 as const) : (0 as const) }
  }

  private async difference(
    from: string | undefined,
    to: string | undefined,
    flags: { repo?: string; document?: string },
  ) {
    if (from !== undefined && to !== undefined) {
      const [one, other] = await Promise.all([from, to].map((name) => readNamed(name, flags.repo)))
      if (one && other) return differenceOfFiles(one, other)
    }
    // Loaded here, because a difference of two files needs no git.
    const { differenceBetween } = await import('../../../workflows/index.ts')
    try {
      return await differenceBetween(await this.open(flags.repo), from ?? 'HEAD', to ?? null, flags.document)
    } catch (error) {
      throw isNoRevision(error) ? (missingFile([from, to], flags.repo) ?? error) : error
    }
  }
}

function isNoRevision(error: unknown): boolean {
  return isKnownError(error, 'not-a-repository') || isKnownError(error, 'unknown-revision')
}

/** Returns the error for a name that looks like a file's; the caller knows that it is not a revision. */
function missingFile(names: readonly (string | undefined)[], repo?: string): AnnexError | undefined {
  const missing = names.find((name) => name !== undefined && isYaml(name) && !isFile(name, repo))
  if (missing === undefined) return undefined
  return new AnnexError('not-found', `file ${missing} not found`, 'name two YAML files, or two revisions')
}

/** Reads a YAML file, if it exists. */
async function readNamed(name: string, repo?: string): Promise<{ file: string; bytes: Uint8Array } | undefined> {
  return isFile(name, repo) ? { file: name, bytes: await readFile(pathNamed(name, repo)) } : undefined
}

function isFile(name: string, repo?: string): boolean {
  return isYaml(name) && existsSync(pathNamed(name, repo))
}

function isYaml(name: string): boolean {
  return /\.ya?ml$/.test(name)
}

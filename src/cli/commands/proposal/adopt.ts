import type { Repository } from '../../../git/index.ts'
import { findingsJson, givenNumbersText } from '../../../render/index.ts'
import { isKnownError } from '../../../treaty/index.ts'
import { adoptProposal, approveAdoption } from '../../../workflows/index.ts'
import { AnnexCommand, type Report } from '../../annex-command.ts'
import { dayThatHasComeFlag, proposalArgument } from '../../flags/flags.ts'
import { CHANGELOG_PATH, compareKeptChangelog, regenerateCommand } from '../../output/kept-changelog.ts'
import { approveFlag } from '../../output/keys-report.ts'
import { nothingWritten } from '../../output/report.ts'

export default class ProposalAdopt extends AnnexCommand {
  static override summary = 'Merge a proposal that the law allows to be adopted, and tag the new edition.'
  static override description =
    'Where main lists keys and the policy asks for several (annex keys list), the other key holders run it with --approve first.'
  static override examples = ['<%= config.bin %> proposal adopt add-budapest --as-of 2021-08-14']
  static override args = { id: proposalArgument({ required: true }) }
  static override flags = { 'as-of': dayThatHasComeFlag, approve: approveFlag }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalAdopt)
    const repository = await this.openToRecord(flags.repo)
    if (flags.approve) return approvalReport(args.id, await approveAdoption(repository, args.id, flags['as-of']))
    const adopted = await adoptProposal(repository, args.id, flags['as-of'])
    const { commit, edition, isTagged, numbers, outcome, findings } = adopted
    const stale = commit === null ? null : await staleChangelog(repository, commit)
    const json = {
      proposal: args.id,
      commit,
      edition,
      status: outcome.status,
      asOf: outcome.asOf,
      numbers,
      ...(stale === null ? {} : { changelog: { stale: true, command: stale } }),
      ...findingsJson(findings, 1),
    }
    if (commit === null) return nothingWritten(json, findings)
    const given = givenNumbersText(numbers)
    const recorded = `Recorded on main as adopted as of ${outcome.asOf}: ${args.id}, edition ${edition} (commit ${commit.slice(0, 12)}). Whom it binds from when: annex proposal status ${args.id}.`
    const text = given === '' ? recorded : `${recorded}\n${given}`
    return {
      json,
      text: stale === null ? text : `${text}\n${CHANGELOG_PATH} is now out of date; regenerate it with ${stale}.`,
      ...(isTagged ? {} : { aside: `the tag ${edition} could not be made; run annex proposal adopt ${args.id} again` }),
    }
  }
}

function approvalReport(id: string, { commit, outcome }: Awaited<ReturnType<typeof approveAdoption>>): Report {
  const { status, asOf } = outcome
  const json = { proposal: id, commit, approved: true, edition: null, status, asOf, ...findingsJson([], 1) }
  const text =
    commit === null
      ? `Nothing to record: main already has your approval of the adoption of ${id}.`
      : `Recorded on main: your approval of the adoption of ${id}. It is not adopted yet: annex proposal adopt ${id}.`
  return { json, text }
}

/** Returns the command that regenerates the changelog on main, or null if none is kept or it is up to date. */
async function staleChangelog(repository: Repository, commit: string): Promise<string | null> {
  const bytes = await repository.at(commit).readFile(CHANGELOG_PATH)
  if (bytes === null) return null
  try {
    const kept = await compareKeptChangelog(repository, new TextDecoder().decode(bytes))
    return kept?.fresh ? null : (kept?.command ?? regenerateCommand())
  } catch (error) {
    // The adoption is recorded. A changelog that cannot be compared is out of date, whatever is wrong with it.
    if (isKnownError(error)) return regenerateCommand()
    throw error
  }
}

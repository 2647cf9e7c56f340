import { table } from '../../../render/index.ts'
import { listAllProposals } from '../../../workflows/index.ts'
import type { Report } from '../../annex-command.ts'
import { asOfFlag, today } from '../../flags/flags.ts'
import { readingsTaken } from '../../flags/readings.ts'
import { columns } from '../../output/write.ts'
import { RecordCommand } from '../../record-command.ts'

const HEADINGS = ['proposal', 'basis', 'document', 'by', 'status', 'provisions', 'deadline', 'title']

export default class ProposalList extends RecordCommand {
  static override summary = 'List the proposals, including drafts, with their status on a day.'
  static override examples = ['<%= config.bin %> proposal list', '<%= config.bin %> proposal list --as-of 2021-08-14']
  static override flags = { 'as-of': asOfFlag }

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(ProposalList)
    const asOf = flags['as-of'] ?? today()
    const listed = await listAllProposals(await this.openRecord(flags), asOf)
    const proposals = listed.map(({ proposal, status, outcome }) => ({
      proposal: proposal.proposal,
      basis: proposal.basis,
      document: proposal.document,
      by: proposal.by,
      title: proposal.title,
      status,
      deadline: outcome?.deadline ?? null,
      edition: proposal.edition ?? null,
      provisions: [...new Set((outcome?.because ?? []).map(({ cite }) => cite))],
      readings: outcome?.readings ?? {},
    }))
    const rows = proposals.map((row) => [
      row.proposal,
      row.basis,
      row.document,
      row.by,
      row.status,
      row.provisions.join(', '),
      row.deadline ?? '',
      row.title,
    ])
    return {
      json: { asOf, proposals },
      text:
        rows.length === 0
          ? 'No proposals yet; create one with annex proposal new.'
          : `As of ${asOf}:\n\n${table(rows, { headings: HEADINGS, width: columns() })}${readingsTaken(proposals)}`,
    }
  }
}

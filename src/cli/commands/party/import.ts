import { findingsJson } from '../../../render/index.ts'
import { hasErrors } from '../../../treaty/index.ts'
import { readPartiesFile, registerParties } from '../../../workflows/index.ts'
import { AnnexCommand, Args, type Report } from '../../annex-command.ts'
import { partiesReport } from '../../output/party-reports.ts'
import { nothingWritten } from '../../output/report.ts'

export default class PartyImport extends AnnexCommand {
  static override summary = 'Record many instruments from a YAML or CSV file.'
  static override description =
    'YAML: the format of annexes/register/parties.yaml. CSV: a header line with code, name, instrument, deposited, and optionally ref and denounced. A Party that is already registered with the same data is left unchanged.'
  static override examples = [
    '<%= config.bin %> party import parties.yaml',
    '<%= config.bin %> party import parties.csv',
  ]
  static override args = { file: Args.string({ required: true, description: 'The YAML or CSV file.' }) }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(PartyImport)
    const { data, findings } = await readPartiesFile(args.file)
    if (data === null || hasErrors(findings)) {
      return nothingWritten({ commit: null, added: [], unchanged: [], ...findingsJson(findings, 1) }, findings)
    }
    return partiesReport(await registerParties(await this.openToRecord(flags.repo), data.parties, data.exercise))
  }
}

import { table } from '../../../render/index.ts'
import { partyRectifiedInWords } from '../../../treaty/index.ts'
import { partiesInOrder, readRecord } from '../../../workflows/index.ts'
import type { Report } from '../../annex-command.ts'
import { asOfFlag, today } from '../../flags/flags.ts'
import { RecordCommand } from '../../record-command.ts'

export default class PartyList extends RecordCommand {
  static override summary =
    'List the register of Parties as known on a day, and for which of them the Convention is in force.'
  static override examples = ['<%= config.bin %> party list', '<%= config.bin %> party list --as-of 2021-01-15 --json']
  static override flags = { 'as-of': asOfFlag }

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(PartyList)
    const asOf = flags['as-of'] ?? today()
    const { register } = await readRecord(await this.openRecord(flags))
    const parties = partiesInOrder(register, asOf)
    const rows = parties.map((party) => [
      party.code,
      party.name ?? '',
      party.instrument,
      party.deposited,
      party.inForce ?? 'not yet known',
      party.isParty ? 'Party' : '',
      party.denounced === undefined ? '' : `denounced ${party.denounced}`,
    ])
    const rectified = (register.rectifications ?? []).map((each) => [
      each.code,
      partyRectifiedInWords(each),
      each.reason,
      each.ref,
    ])
    const rectifications = rectified.length === 0 ? '' : `\n\nRectified\n${table(rectified)}`
    const heading = `As of ${asOf}: ${parties.filter((party) => party.isParty).length} Parties.`
    // An answer for a given day says nothing about later days.
    const later = flags['as-of'] === undefined ? register.parties.length - parties.length : 0
    const more = later === 0 ? '' : `\n\n${later} deposited later; see --as-of DATE.`
    const exercise = register.exercise === undefined ? '' : `${register.exercise}\n`
    const header = ['code', 'name', 'instrument', 'deposited', 'in force for it', 'on that day', '']
    return {
      json: { asOf, exercise: register.exercise ?? null, parties, rectifications: register.rectifications ?? [] },
      text:
        register.parties.length === 0
          ? 'The register is empty; add Parties with annex party add or annex party import.'
          : `${exercise}${heading}${rows.length === 0 ? '' : `\n\n${table(rows, { headings: header })}`}${rectifications}${more}`,
    }
  }
}

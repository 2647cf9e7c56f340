import type { Facts } from '../../../treaty/index.ts'
import { addEntry } from '../../../workflows/index.ts'
import { Flags, type Report } from '../../annex-command.ts'
import { EntryCommand, fieldFlag, readFields, wordsLanguageFlag } from '../../entry-command.ts'
import { dayFlag, withoutUndefined } from '../../flags/flags.ts'

const SCOPES = ['universal', 'regional'] as const

export default class EntryAdd extends EntryCommand {
  static override summary = 'Add an entry to a document in the work tree.'
  static override examples = [
    '<%= config.bin %> entry add annex-1 budapest-2001 --text "Convention on Cybercrime (Budapest, 23 November 2001)" --done-at Budapest --done-on 2001-11-23 --in-force 2004-07-01 --scope regional',
    '<%= config.bin %> entry add technical-annex stealer --section software --text Stealer --field "description=A program that collects credentials"',
  ]
  static override args = EntryCommand.args
  static override flags = {
    text: Flags.string({
      required: true,
      description: "The text of the document's main field: title, name or term.",
      helpValue: 'TEXT',
    }),
    field: fieldFlag,
    language: wordsLanguageFlag,
    number: Flags.string({ description: 'The number (default: the next free one, if entries are numbered).' }),
    section: Flags.string({ description: 'Add it to this section.', helpValue: 'SECTION' }),
    after: Flags.string({
      description: 'Insert after this entry (default: the last one).',
      exclusive: ['first'],
      helpValue: 'ENTRY',
    }),
    first: Flags.boolean({ description: 'Insert as the first entry.' }),
    'done-at': Flags.string({ description: 'Fact: where the instrument was done.', helpValue: 'PLACE' }),
    'done-on': dayFlag({ description: 'Fact: the day it was done.' }),
    'in-force': dayFlag({ description: 'Fact: the day it entered into force.' }),
    scope: Flags.option({ options: SCOPES, description: 'Fact: universal or regional.' })(),
    'official-title': Flags.string({ description: 'Fact: its official title.' }),
    source: Flags.string({ description: 'Fact: the source of these facts.' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryAdd)
    const facts = factsOf(flags)
    return this.edit(flags, args.document, (document) =>
      addEntry(document, {
        id: args.entry,
        words: { '': flags.text, ...readFields(flags.field) },
        language: flags.language,
        number: flags.number,
        section: flags.section,
        after: flags.first ? null : flags.after,
        facts: Object.keys(facts).length === 0 ? undefined : facts,
      }),
    )
  }
}

interface FactFlags {
  'official-title'?: string
  'done-at'?: string
  'done-on'?: string
  'in-force'?: string
  scope?: 'universal' | 'regional'
  source?: string
}

function factsOf(flags: FactFlags): Facts {
  const done = withoutUndefined({ place: flags['done-at'], date: flags['done-on'] })
  return withoutUndefined({
    officialTitle: flags['official-title'],
    done: Object.keys(done).length === 0 ? undefined : done,
    inForce: flags['in-force'],
    scope: flags.scope,
    source: flags.source,
  })
}

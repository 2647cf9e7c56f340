import { safeForTerminal } from '../../../render/index.ts'
import { setReading } from '../../../workflows/index.ts'
import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'
import { asOfFlag, readSlug, readTextFlag, today } from '../../flags/flags.ts'

export default class ReadingsSet extends AnnexCommand {
  static override summary = 'Record which option of an open question this record takes from now on, and why.'
  static override description =
    'The reason and the day are kept in annexes/readings.yaml. The answer lists the recorded proposals whose outcome changes.'
  static override examples = [
    '<%= config.bin %> readings set denominator-date circulation --reason "Decided by the Conference, decision 1/4"',
  ]
  static override args = {
    id: Args.string({
      required: true,
      description: 'The reading; annex readings lists all.',
      parse: async (input) => readSlug(input, 'a reading'),
    }),
    option: Args.string({
      required: true,
      description: 'The option; annex readings ID lists them.',
      parse: async (input) => readSlug(input, 'an option'),
    }),
  }
  static override flags = {
    reason: Flags.string({
      required: true,
      description: 'Why, and on whose decision; or the text of a file.',
      helpValue: 'TEXT|@FILE',
    }),
    'as-of': asOfFlag,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ReadingsSet)
    const reason = await readTextFlag(flags.reason)
    const decision = { reading: args.id, option: args.option, reason, recorded: today() }
    const repository = await this.openToRecord(flags.repo)
    const set = await setReading(repository, decision, flags['as-of'] ?? today())
    return { json: { ...decision, ...set }, text: textOf(decision.reading, decision.option, set) }
  }
}

type Set = Awaited<ReturnType<typeof setReading>>

function textOf(reading: string, option: string, { commit, before, outcomes }: Set): string {
  if (commit === null) return `Nothing to record: main already has this decision on ${reading}.`
  const was = before === option ? '' : ` (was ${before})`
  return `Recorded on main: the reading ${reading} is ${option}${was}.\n${outcomesText(outcomes)}`
}

function outcomesText(outcomes: Set['outcomes']): string {
  if (outcomes.length === 0) return 'No recorded outcome changes.'
  const lines = outcomes.map((outcome) => `  ${outcomeText(outcome)}`)
  return `Outcomes that change:\n${lines.join('\n')}`
}

function outcomeText({ proposal, edition, asOf, before, after, atLast, parties }: Set['outcomes'][number]): string {
  const now = before === after ? [] : [`${before} on ${asOf} becomes ${after}`]
  const last = atLast.before === atLast.after ? [] : [`at last ${atLast.before} becomes ${atLast.after}`]
  const bound = parties.length === 0 ? [] : [`whom it binds from when changes for ${parties.join(', ')}`]
  const adopted = edition === null ? '' : ` (adopted as ${edition})`
  return safeForTerminal(`${proposal}${adopted}: ${[...now, ...last, ...bound].join('; ')}`)
}

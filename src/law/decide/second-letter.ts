import { canonicalJson, type FiledEvent, type Finding, type LawRuleId, type RulePage } from '../../treaty/index.ts'
import { rectifyCommand } from '../rectify/findings.ts'
import type { Docket } from './docket.ts'
import { refuses } from './finding.ts'
import { dayInWords } from './wording.ts'

export const SAME_LETTER = {
  id: 'law/same-letter',
  level: 'note',
  title: 'A letter that is recorded twice counts once',
  why: 'Two offices may open the same letter, and each records it. Events of one kind, Party, day and content are one act, whatever reference each office gave it. This is not a mistake in the record.',
} as const satisfies RulePage

/** Rules on a second act of a Party. Their findings are no errors, but the event has no effect of its own. */
const SECOND_ACTS: ReadonlySet<Finding['rule']> = new Set<LawRuleId>([
  SAME_LETTER.id,
  'law/objection-once',
  'law/acceptance-once',
  'law/consent-once',
  'law/ratification-once',
])

/** Returns whether findings about an event mean that it has no effect after those before it. */
export function leavesWithoutEffect(findings: readonly Finding[]): boolean {
  return findings.some(({ rule, level }) => level === 'error' || SECOND_ACTS.has(rule))
}

/** Returns the event with effect that a further one repeats: the same letter, with no withdrawal after it. */
export function repeatedBy(event: FiledEvent, { of, first }: Docket): FiledEvent | undefined {
  const [ofKind, acts] = [first.get(event.event), event.party === undefined ? undefined : of.get(event.party)]
  const earlier = acts === undefined ? (ofKind === undefined ? [] : [ofKind]) : acts
  const withdrawn = earlier.findLastIndex((each) => each.event === 'objection-withdrawn' && event.event !== each.event)
  return earlier.slice(withdrawn + 1).find((each) => isSameLetter(each, event))
}

// The reference and the remark are the office's own. All else is the letter.
function isSameLetter(one: FiledEvent, other: FiledEvent): boolean {
  return letterOf(one) === letterOf(other)
}

function letterOf({
  ref: _,
  note: __,
  withoutEffect: ___,
  file: ____,
  rectified: _____,
  ...letter
}: FiledEvent): string {
  return canonicalJson(letter)
}

/** The note on an event that repeats another. */
export function repeats(event: FiledEvent, earlier: FiledEvent): Finding {
  const who = event.party === undefined ? '' : ` of ${event.party}`
  const also = earlier.file === undefined ? 'twice' : `in ${nameOf(earlier.file)} too`
  const message = `${event.event}${who}, ${dayInWords(event.on)}, is recorded ${also}; it counts once.`
  const hint = 'Nothing needs to be done: two offices may record one letter.'
  return refuses(SAME_LETTER, event, 'event', message, hint)
}

/**
 * The warning on a second act of a Party that differs from the first, which counts. It names both files and the rectification.
 * @param says what the Party has already done: `BRA has already objected`
 */
export function contradicts(
  page: RulePage<LawRuleId>,
  event: FiledEvent,
  earlier: FiledEvent,
  says: string,
  cite: string,
): Finding {
  const second = event.file === undefined ? '' : `, and ${nameOf(event.file)} of ${dayInWords(event.on)} has no effect`
  const message = `${says}, on ${dayInWords(earlier.on)}${placeOf(earlier)}; the first one counts${second}.`
  return refuses(page, event, 'party', message, hintOn(event, earlier), cite)
}

function hintOn(event: FiledEvent, earlier: FiledEvent): string {
  if (event.file === undefined && earlier.file !== undefined) {
    return `If that record is wrong, put it right: ${rectifyCommand(earlier.file)}. If both were received, file this one with --force: it has no effect.`
  }
  const commands = [event.file, earlier.file].flatMap((file) => (file === undefined ? [] : [rectifyCommand(file)]))
  if (commands.length === 0) return 'Keep one of the two.'
  return `If one of the two is a slip, put it right: ${commands.join('; or: ')}.`
}

function placeOf({ file }: FiledEvent): string {
  return file === undefined ? '' : ` (${nameOf(file)})`
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

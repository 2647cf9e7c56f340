import type { DataPath, FiledEvent, Finding, LawRuleId } from '../../treaty/index.ts'

type NameIn<Id extends LawRuleId> = Id extends `law/${infer Name}` ? Name : never
/** The id of a rule of the law without its group: `70-3-in-force`. */
type LawRuleName = NameIn<LawRuleId>

/** Something that the law forbids. */
export function forbids(
  rule: LawRuleName,
  cite: string | undefined,
  message: string,
  hint: string,
  at?: Finding['at'],
): Finding {
  return {
    rule: `law/${rule}`,
    level: 'error',
    message,
    hint,
    ...(cite === undefined ? {} : { cite }),
    ...(at === undefined ? {} : { at }),
  }
}

/** Why an event has no effect: it points to the event's file, at the member that is wrong. */
export function refuses(
  event: FiledEvent,
  member: keyof FiledEvent,
  rule: LawRuleName,
  cite: string,
  message: string,
  hint: string,
): Finding {
  const path: DataPath = event[member] === undefined ? [] : [member]
  return forbids(rule, cite, message, hint, event.file === undefined ? { path } : { file: event.file, path })
}

import type { DataPath, FiledEvent, Finding } from '../../treaty/index.ts'

/** Something that the law forbids. */
export function forbids(
  rule: string,
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
  rule: string,
  cite: string,
  message: string,
  hint: string,
): Finding {
  const path: DataPath = event[member] === undefined ? [] : [member]
  return forbids(rule, cite, message, hint, event.file === undefined ? { path } : { file: event.file, path })
}

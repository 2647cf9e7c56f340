/** The fields that have a value: a flag that was not given leaves no trace in a file. */
export function present<Fields extends object>(fields: Fields): Partial<Fields> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Partial<Fields>
}

// Days as whole numbers, counted from 1 January 1970.

export function number(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

export function iso(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

export function plusMonths(day: number, months: number): number {
  const [year = 0, month = 1, date = 1] = iso(day).split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return Math.round(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)) / 86_400_000)
}

export function earliest(days: (number | null)[]): number | null {
  const known = days.filter((day) => day !== null)
  return known.length === 0 ? null : Math.min(...known)
}

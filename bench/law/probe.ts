import { bindingChanges } from '../../src/law/index.ts'
import { replay } from '../../src/text/index.ts'
import { largeTreaty } from './treaty.ts'

const { document, parties, proposals } = largeTreaty(40_000, 190, 1_000)
const runs = Number(process.argv[2] ?? 7)
const lines = new Map<string, number[]>()
let entries = 0
let amendments = 0

for (let run = 0; run < runs; run += 1) {
  const [law, binding] = timed(() => bindingChanges(parties, proposals, `P${run * 11}`, '2021-01-01', {}))
  const taken = binding.amendments.map(({ proposal }) => proposal)
  const untaken = binding.others.map(({ proposal }) => proposal)
  const [text, replayed] = timed(() => replay(document, taken, untaken))
  note('what binds the Party', law)
  note('its text replayed', text)
  note('together', law + text)
  entries = replayed.document.entries.length
  amendments = taken.length
}

console.log(`40,000 entries, 190 Parties, 1,000 amendments; ${runs} Parties in turn, Node ${process.version}`)
for (const [name, values] of lines) {
  const sorted = [...values].sort((one, other) => one - other)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  console.log(
    `${name.padEnd(22)} median ${median.toFixed(0).padStart(5)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(0).padStart(5)} ms`,
  )
}
console.log(
  `the last: ${amendments} amendments, ${entries} entries; heap ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`,
)
process.exitCode = Math.max(...(lines.get('together') ?? [])) <= 1000 ? 0 : 1

function timed<T>(work: () => T): [number, T] {
  const start = process.hrtime.bigint()
  const result = work()
  return [Number(process.hrtime.bigint() - start) / 1e6, result]
}

function note(name: string, milliseconds: number): void {
  lines.set(name, [...(lines.get(name) ?? []), milliseconds])
}

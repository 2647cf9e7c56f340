// A reader as a process: looks up main and reads a file of it until it is told to stop, and says what went wrong.
import { openTreatyRepository } from '../../../src/workflows/record/treaty-repository.ts'

const [directory = '.'] = process.argv.slice(2)
let looks = 0
let stopped = false
process.once('SIGTERM', () => {
  stopped = true
})

while (!stopped) {
  const repository = await openTreatyRepository(directory)
  for (let round = 0; round < 20; round++) {
    const main = await repository.resolve('main')
    const bytes = await repository.at(main).readFile('annexes/annex-1.yaml')
    if (bytes === null) throw new Error('annex-1 is missing')
    await repository.at(main).listFiles('annexes/proposals')
    looks++
  }
  await new Promise((resolve) => setImmediate(resolve))
}
process.stdout.write(`${looks}\n`)

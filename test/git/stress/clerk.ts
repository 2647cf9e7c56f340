// A clerk as a process: commits COUNT events to main, and says each one's file once it is recorded.

import { isKnownError } from '../../../src/treaty/index.ts'
import { openTreatyRepository } from '../../../src/workflows/record/treaty-repository.ts'

const [directory = '.', name = 'clerk', count = '1'] = process.argv.slice(2)

try {
  for (let number = 1; number <= Number(count); number++) {
    const repository = await openTreatyRepository(directory)
    const file = `annexes/proposals/x/events/${name}-${number}.yaml`
    const bytes = Buffer.from(`event: objection\non: 2031-02-01\nref: ${name}-${number}\n`)
    await repository.commit({ branch: 'main', files: new Map([[file, bytes]]), message: `Record ${name} ${number}` })
    process.stdout.write(`${file}\n`)
  }
} catch (error) {
  if (!isKnownError(error)) throw error
  process.stderr.write(`${error.code}: ${error.message}; ${error.remedy}\n`)
  process.exitCode = 2
}

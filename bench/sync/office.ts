// One office: records its objection on each proposal, and synchronizes after each. With `none` it only synchronizes. Prints one line of
// JSON for each sync. What is on record already, because the office was killed after it, is not recorded again.
import { isKnownError } from '../../src/treaty/index.ts'
import { openTreatyRepository, recordEvent, synchronize } from '../../src/workflows/index.ts'

const [folder = '.', party = 'none', count = '0'] = process.argv.slice(2)

async function syncOnce(): Promise<{ retries: number; gaveUp: boolean }> {
  const repository = await openTreatyRepository(folder)
  try {
    return { retries: (await synchronize(repository)).retries.length, gaveUp: false }
  } catch (error) {
    if (!isKnownError(error, 'network')) throw error
    return { retries: Number(/in (\d+) tries/.exec(error.message)?.[1] ?? 1), gaveUp: true }
  }
}

async function sync(): Promise<void> {
  const start = performance.now()
  for (;;) {
    const { retries, gaveUp } = await syncOnce()
    process.stdout.write(`${JSON.stringify({ wait: performance.now() - start, retries, gaveUp })}\n`)
    if (!gaveUp) return
  }
}

if (party === 'none') await sync()
else {
  process.stdout.write('started\n')
  for (let number = 1; number <= Number(count); number++) {
    const event = { event: 'objection' as const, party, on: '2021-02-03', ref: `C.N.${party}.${number}` }
    await recordEvent(await openTreatyRepository(folder), `p${number}`, event)
    await sync()
  }
}

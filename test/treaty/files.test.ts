import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
// @ts-expect-error a build script, without types of its own
import { typesFromSchemas } from '../../build/types.js'

it('has the types of the schemas (npm run types regenerates them)', async () => {
  const committed = await readFile(new URL('../../src/treaty/generated/files.ts', import.meta.url), 'utf8')
  expect(committed).toBe(await typesFromSchemas())
})

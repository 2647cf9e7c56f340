import { mkdir, writeFile } from 'node:fs/promises'

/** Before any test: the validators are those of the schemas as they stand now. */
export async function setup(): Promise<void> {
  const folder = new URL('../src/store/documents/generated/', import.meta.url)
  const { validatorsFromSchemas } = await import('../build/validators.js')
  await mkdir(folder, { recursive: true })
  await writeFile(new URL('validators.js', folder), await validatorsFromSchemas())
}

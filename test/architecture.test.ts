import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { home } from './scenarios/annex.ts'

describe.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md'])('%s', (page) => {
  const text = readFileSync(join(home, page), 'utf8')

  it('names only files and folders that exist', () => {
    const named = [...text.matchAll(/`((?:src|test|build|demo)\/[^`\s]*)`/g)].map(([, path = '']) => path)
    expect(named.filter((path) => !existsSync(join(home, path)))).toEqual([])
  })

  it('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path)
    expect(links.filter((path) => !existsSync(join(home, path)))).toEqual([])
  })
})

it('ARCHITECTURE.md draws every room of src', () => {
  const text = readFileSync(join(home, 'ARCHITECTURE.md'), 'utf8')
  for (const room of readdirSync(join(home, 'src'))) expect(text).toMatch(new RegExp(`(?:^|── | {2})${room} {2,}`, 'm'))
})

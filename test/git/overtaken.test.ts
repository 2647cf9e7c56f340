import { describe, expect, it } from 'vitest'
import { isOvertaken } from '../../src/git/transport/transport.ts'

describe('a push that was rejected', () => {
  it.each([
    "cannot lock ref 'refs/heads/main': is at 1111111 but expected 2222222",
    "cannot lock ref 'refs/heads/main': Unable to create '/srv/treaty.git/./refs/heads/main.lock': File exists.",
    "cannot lock ref 'refs/tags/annex-1/v2': reference already exists",
    'reference already exists',
    'reference does not exist',
    'incorrect old value provided',
    'failed to update ref',
    'already exists',
    'stale info',
    'fetch first',
    'non-fast-forward',
    'remote ref updated since checkout',
    'not-fast-forward',
    'it has moved since',
  ])('may succeed after a fetch: %s', (refusal) => {
    expect(isOvertaken(refusal)).toBe(true)
  })

  it.each([
    'blocked by policy',
    'hook declined',
    'pre-receive hook declined',
    'protected branch: a ruleset exists',
    'this branch is locked until the session ends',
    'the signature is stale',
    'only fast-forward merges by the depositary',
    'the name already exists in our index',
  ])('is refused for good: %s', (refusal) => {
    expect(isOvertaken(refusal)).toBe(false)
  })
})

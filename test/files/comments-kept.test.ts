import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commentsIn, commentsOf, NO_COMMENTS } from '../../src/files/canonical/comments.ts'
import { serialize } from '../../src/files/index.ts'
import { readYaml } from '../../src/files/yaml/read-yaml.ts'
import { anyDocument } from './generated-documents.ts'

/** The comments as the yaml package finds them in the whole text. */
function commentsInWhole(text: string) {
  const [first] = readYaml(text).documents
  if (first === undefined || first.findings.length > 0 || first.document.contents === null) return NO_COMMENTS
  return commentsOf(text, first.document.contents, first.document.toJS({ maxAliasCount: 0 }))
}

/** Comments to insert after lines of a text: by line, with their indentation. */
const remarks = fc.array(fc.record({ line: fc.nat(60), indent: fc.nat(6), own: fc.boolean() }), { maxLength: 6 })

describe('the comments of a file', () => {
  it('are the same when only the items with comments are read', () => {
    fc.assert(
      fc.property(anyDocument, remarks, (document, sprinkled) => {
        const lines = serialize('document', document).split('\n')
        for (const [index, { line, indent, own }] of sprinkled.entries()) {
          const at = line % lines.length
          if (own) lines.splice(at, 0, `${' '.repeat(indent)}# remark ${index}`)
          else if (lines[at] !== '') lines[at] += ` # remark ${index}`
        }
        const text = lines.join('\n')
        expect(commentsIn('document', new TextEncoder().encode(text))).toEqual(commentsInWhole(text))
      }),
      { numRuns: 300 },
    )
  })
})

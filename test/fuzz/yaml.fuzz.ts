import fc from 'fast-check'
import { expectSamePositions, expectSameValues } from '../files/plain-agreement.ts'
import { fuzz } from './fuzz.ts'
import { mutatedText } from './mutate.ts'
import { FILE_KINDS, validFiles, YAML_TOKENS } from './valid-files.ts'

const texts = fc.constantFrom(...FILE_KINDS).chain((kind) =>
  mutatedText(fc.constantFrom(...validFiles(kind)), YAML_TOKENS).map((text) => ({
    kind,
    // As a file is decoded before it is read.
    text: text
      .replace(/^\ufeff/, '')
      .replaceAll('\0', '')
      .replaceAll('\r\n', '\n'),
  })),
)

fuzz('what is read without the yaml package is read as the package reads it', texts, ({ kind, text }) => {
  expectSameValues(text, kind)
  expectSamePositions(text, kind)
})

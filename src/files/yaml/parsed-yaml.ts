import type { DataPath, Finding, Position, Span } from '../../treaty/index.ts'
import { readPlain } from './plain/block.ts'
import { NOT_PLAIN } from './plain/inline.ts'
import { noRanges, rangeAt } from './plain/ranges.ts'
import { linesOf, locateKey, locateValue, locateWords, positionAt } from './positions.ts'
import { readYaml, type YamlDocument } from './read-yaml.ts'

/** A parsed YAML document: its value, its findings, and the positions of its parts. */
export interface ParsedYaml {
  /** Undefined where there are findings. */
  value: unknown
  findings: Finding[]
  locateValue(path: DataPath): Position | undefined
  locateKey(path: DataPath): Position | undefined
  /** The position of some of the words at `path`, where it is certain. */
  locateWords(path: DataPath, span: Span): Position | undefined
  /** The items of the main list that no earlier file had; absent where all items are new. */
  newItems?: readonly unknown[]
}

/** Returns the value and the positions of a document that the yaml package parsed. */
export function parsedByPackage(yaml: YamlDocument): ParsedYaml {
  return {
    value: yaml.findings.length > 0 ? undefined : yaml.document.toJS({ maxAliasCount: 0 }),
    findings: yaml.findings,
    locateValue: (path) => locateValue(yaml.document, yaml.lines, path),
    locateKey: (path) => locateKey(yaml.document, yaml.lines, path),
    locateWords: (path, span) => locateWords(yaml, path, span),
  }
}

/**
 * Parses text that is expected to be valid. Plain YAML is read without the yaml package; its positions are found when one is
 * asked for: by a second reading that records offsets, and if that is not certain, by the yaml package.
 * @returns undefined if anything is wrong, or the text has more than one document
 */
export function parseValidYaml(text: string): ParsedYaml | undefined {
  const value = readPlain(text)
  if (value === NOT_PLAIN) return parseWithPackage(text)
  let byPackage: ParsedYaml | undefined
  const withPackage = () => {
    byPackage ??= parseWithPackage(text)
    return byPackage
  }
  let locate: ((path: DataPath) => Position | undefined) | undefined
  return {
    value,
    findings: [],
    locateValue: (path) => {
      locate ??= plainLocator(text)
      return locate(path) ?? withPackage()?.locateValue(path)
    },
    locateKey: (path) => withPackage()?.locateKey(path),
    // Plain text has no block scalars.
    locateWords: () => undefined,
  }
}

function plainLocator(text: string): (path: DataPath) => Position | undefined {
  const ranges = noRanges()
  const value = readPlain(text, ranges)
  const lines = linesOf(text)
  return (path) => {
    const range = rangeAt(ranges, value, path)
    return range && positionAt(lines, ...range)
  }
}

function parseWithPackage(text: string): ParsedYaml | undefined {
  const { documents, findings } = readYaml(text)
  const [first, second] = documents
  if (first === undefined || second !== undefined || findings.length > 0 || first.findings.length > 0) return undefined
  return parsedByPackage(first)
}

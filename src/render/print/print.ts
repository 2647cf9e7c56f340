import type { Document, DocumentDifference, Slug } from '../../treaty/index.ts'
import { itemsOf, linesIn } from './items.ts'
import { type DocumentOptions, inOneLanguage, type Layout, languageOf, languagesOf, layoutOf } from './layout.ts'
import type { Print } from './tree.ts'

/**
 * Returns a document ready to print: a difference without changes. If a language is asked for, words in other languages are
 * printed only where that language has none.
 */
export function printOf(document: Document, { language: asked, heading = [], reasons }: DocumentOptions = {}): Print {
  const printed = asked === undefined ? document : inOneLanguage(document, asked)
  const unchanged = { document: document.document, before: printed, after: printed, changes: [] }
  return { ...treeOf(unchanged, languageOf(document, asked), reasons), heading }
}

/** Returns both versions of a document ready to print as one text. */
export function printOfDifference(difference: DocumentDifference): Print {
  return treeOf(difference, languageOf(difference.after))
}

function treeOf(difference: DocumentDifference, language: string, reasons?: ReadonlyMap<Slug, string>): Print {
  const { document, before, after, changes } = difference
  const languages = [...new Set([language, ...languagesOf(after), ...languagesOf(before)])]
  const redlines = changes.flatMap((marked) => (marked.change.kind === 'title' ? marked.redlines : []))
  return {
    ...{ document, language, languages },
    layout: layoutOfBoth(before, after),
    title: linesIn(before.title, after.title, languages, redlines),
    heading: [],
    items: itemsOf(difference, languages, reasons),
  }
}

/** Returns the layout of both versions; if they differ, the entries are printed field by field. */
function layoutOfBoth(before: Document, after: Document): Layout {
  const layouts = [before, after].filter(({ entries }) => entries.length > 0).map(layoutOf)
  const [layout = 'fields'] = layouts
  return layouts.every((each) => each === layout) ? layout : 'fields'
}

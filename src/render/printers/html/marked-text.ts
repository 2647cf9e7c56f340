import type { DocumentDifference, Slug } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import { printOfDifference } from '../../print/print.ts'
import type { Item, Print } from '../../print/tree.ts'
import { languageOfBlock } from './page.ts'
import { itemsTable, itemWords, lineHtml, ownLanguage, segmentsHtml } from './words.ts'

/**
 * Returns the whole document with what was deleted and inserted in its place: a list, a table or definitions, as the Convention
 * prints it. The text has its own language and direction; the program's words in it are English.
 */
export function markedText(difference: DocumentDifference): string {
  const print = printOfDifference(difference)
  return title(print) + entries(print)
}

/** The title, if it changed or is in several languages: the heading above already has it in one. */
function title({ title }: Print): string {
  const isChanged = title.some(({ segments }) => segments.some(({ kind }) => kind !== 'same'))
  if (!isChanged && title.length < 2) return ''
  return title
    .map(({ language, segments }) => `<h3${inEnglishPage(language)}>${segmentsHtml(segments)}</h3>\n`)
    .join('')
}

function entries(print: Print): string {
  const anchor = (item: Item) => anchorOf(print.document, item)
  const attributes = inEnglishPage(print.language)
  if (print.layout === 'table') {
    return itemsTable(print, {
      ...{ label: 'Marked-up table', attributes, anchor },
      beforeName: (item) => otherPlace(item, print),
    })
  }
  const items = print.items.map((item) => {
    const heading = item.heading.map((line) => `<div><strong>${lineHtml(line, print)}</strong></div>`).join('')
    const words = otherPlace(item, print) + itemWords(item, print)
    return `<li id="${escapeXml(anchor(item))}"><span>${segmentsHtml(item.number)}</span><div>${heading}${words}</div></li>`
  })
  return `<ol class="numbered"${attributes}>\n${items.join('\n')}\n</ol>`
}

/** Returns the id of an entry in the marked-up text. An entry that moved is there twice; its old place has an id of its own. */
export function anchorOf(document: Slug, { id, presence }: Pick<Item, 'id' | 'presence'>): string {
  return `${document}.${id}${presence === 'deleted' ? '.was' : ''}`
}

function inEnglishPage(language: string): string {
  return language === 'en' ? '' : languageOfBlock(language)
}

/** Says that an entry moved, with a link to its other place. */
function otherPlace({ elsewhere, presence }: Item, print: Print): string {
  if (elsewhere === null) return ''
  const [says, other] =
    presence === 'deleted' ? (['(moved from here)', 'both'] as const) : (['(moved here)', 'deleted'] as const)
  const target = escapeXml(anchorOf(print.document, { id: elsewhere, presence: other }))
  return `<span class="facts"${ownLanguage(print)}><a href="#${target}">${says}</a></span> `
}

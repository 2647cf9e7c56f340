import type { Segment } from '../../../treaty/index.ts'
import type { Item, Presence, Print } from '../../print/tree.ts'
import { direction } from '../html/page.ts'
import { fieldLines, namedLines, type ParagraphLine, reasonParagraph, withLineForNumber } from './lines.ts'
import { LINE_WIDTH } from './package-parts.ts'
import { marksBeforeAnEnd, numberMark, type Reviser } from './revisions.ts'

const COLUMNS = [
  { title: 'Type', width: 2000 },
  { title: 'Name', width: 2200 },
  { title: 'Description', width: LINE_WIDTH - 4200 },
]

/** Returns entries as rows of type, name and description. The column heads repeat on every page; no row breaks across pages. */
export function table({ items, language }: Print, write: Reviser): string {
  const grid = `<w:tblGrid>${COLUMNS.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  const turned = direction(language) === '' ? '' : '<w:bidiVisual/>'
  const rows = [head(presenceOfTable(items), language, write), ...items.map((item) => row(item, write))]
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>${turned}<w:tblW w:w="${LINE_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>${grid}${rows.join('')}</w:tbl>`
}

/** The table is inserted with its first entry and deleted with its last. */
function presenceOfTable(items: readonly Item[]): Presence {
  const [first] = items
  return items.every(({ presence }) => presence === first?.presence) ? (first?.presence ?? 'both') : 'both'
}

function head(presence: Presence, language: string, write: Reviser): string {
  const mark = presence === 'both' ? '' : write.mark(presence)
  const kind = presence === 'both' ? 'same' : presence
  const shade = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
  const cells = COLUMNS.map(({ title }, column) => {
    const words = write.runs([{ kind, words: title }], language)
    return cell(column, write.paragraph('TableHead', presence, language, words), shade)
  })
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/>${mark}</w:trPr>${cells.join('')}</w:tr>`
}

function row(item: Item, write: Reviser): string {
  const { presence, heading } = item
  const mark = presence === 'both' ? '' : write.mark(presence)
  const paragraphs = (lines: readonly ParagraphLine[], number: readonly Segment[] = []) => {
    const marks = presence === 'both' ? marksBeforeAnEnd(lines) : lines.map(() => presence)
    const all = lines.map((line, index) => {
      const before = index === 0 ? write.runs(number, line.language) : ''
      return write.paragraph('Cell', marks[index] ?? 'both', line.language, before + write.line(line))
    })
    return all.join('')
  }
  const cells = [
    paragraphs(heading.map((line) => ({ ...line, name: null }))),
    paragraphs(withLineForNumber(fieldLines(item, 'name'), item), numberMark(item.number, ' ')),
    paragraphs([...fieldLines(item, 'description'), ...namedLines(item, ['name', 'description'])]) +
      reasonParagraph(item, write),
  ]
  return `<w:tr><w:trPr><w:cantSplit/>${mark}</w:trPr>${cells.map((inner, column) => cell(column, inner)).join('')}</w:tr>`
}

function cell(column: number, inner: string, shade = ''): string {
  const width = `<w:tcW w:w="${COLUMNS[column]?.width ?? 0}" w:type="dxa"/>`
  return `<w:tc><w:tcPr>${width}${shade}</w:tcPr>${inner === '' ? '<w:p/>' : inner}</w:tc>`
}

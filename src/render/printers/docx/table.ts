import type { Segment } from '../../../treaty/index.ts'
import type { MarkedEntry } from '../../print/marked-document.ts'
import { linesOfField, namedLines, type PrintedLine } from '../../print/printed-lines.ts'
import { direction } from '../html/page.ts'
import { LINE_WIDTH } from './package-parts.ts'
import { type Reasons, reason } from './reason.ts'
import { marksBeforeAnEnd, numberMark, type Presence, type Reviser } from './revisions.ts'

const COLUMNS = [
  { title: 'Type', width: 2000 },
  { title: 'Name', width: 2200 },
  { title: 'Description', width: LINE_WIDTH - 4200 },
]

/**
 * Entries as rows of type, name and description, the columns' heads on every page, no row parted by a page's end.
 * @param presence whether the table itself comes or goes
 */
export function table(
  entries: readonly MarkedEntry[],
  presence: Presence,
  language: string,
  write: Reviser,
  reasons: Reasons = new Map(),
): string {
  const grid = `<w:tblGrid>${COLUMNS.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  const turned = direction(language) === '' ? '' : '<w:bidiVisual/>'
  const rows = [head(presence, language, write), ...entries.map((entry) => row(entry, write, reasons))]
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>${turned}<w:tblW w:w="${LINE_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>${grid}${rows.join('')}</w:tbl>`
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

function row(entry: MarkedEntry, write: Reviser, reasons: Reasons): string {
  const { id, presence, heading } = entry
  const mark = presence === 'both' ? '' : write.mark(presence)
  const paragraphs = (lines: readonly PrintedLine[], number: readonly Segment[] = []) => {
    const marks = presence === 'both' ? marksBeforeAnEnd(lines) : lines.map(() => presence)
    const all = lines.map((line, index) => {
      const before = index === 0 ? write.runs(number, line.language) : ''
      return write.paragraph('Cell', marks[index] ?? 'both', line.language, before + write.line(line))
    })
    return all.join('')
  }
  const cells = [
    paragraphs(heading.map((line) => ({ ...line, name: null }))),
    paragraphs(nameLines(entry), numberMark(entry.number, ' ')),
    paragraphs([...linesOfField(entry.words, 'description'), ...namedLines(entry.words, ['name', 'description'])]) +
      reason(id, reasons, write),
  ]
  return `<w:tr><w:trPr><w:cantSplit/>${mark}</w:trPr>${cells.map((inner, column) => cell(column, inner)).join('')}</w:tr>`
}

/** The name's lines; one, be it empty, where there is a number. */
function nameLines(entry: MarkedEntry): PrintedLine[] {
  const lines = linesOfField(entry.words, 'name')
  return lines.length > 0 || entry.number.length === 0 ? lines : [{ name: null, language: 'en', segments: [] }]
}

function cell(column: number, inner: string, shade = ''): string {
  const width = `<w:tcW w:w="${COLUMNS[column]?.width ?? 0}" w:type="dxa"/>`
  return `<w:tc><w:tcPr>${width}${shade}</w:tcPr>${inner === '' ? '<w:p/>' : inner}</w:tc>`
}

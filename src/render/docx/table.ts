import type { Line, MarkedEntry } from '../differences/marked-document.ts'
import { direction } from '../html/page.ts'
import { LINE_WIDTH } from './package-parts.ts'
import { type Reasons, reason } from './reason.ts'
import { marksBeforeAnEnd, type Presence, type Reviser } from './revisions.ts'

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

function row({ id, presence, heading, words }: MarkedEntry, write: Reviser, reasons: Reasons): string {
  const mark = presence === 'both' ? '' : write.mark(presence)
  const paragraphs = (lines: readonly Line[]) => {
    const marks = presence === 'both' ? marksBeforeAnEnd(lines) : lines.map(() => presence)
    const all = lines.map(({ language, segments }, index) =>
      write.paragraph('Cell', marks[index] ?? 'both', language, write.runs(segments, language)),
    )
    return all.join('')
  }
  const field = (name: string) => paragraphs(words.filter((each) => each.field === name))
  const cells = [paragraphs(heading), field('name'), field('description') + reason(id, reasons, write)]
  return `<w:tr><w:trPr><w:cantSplit/>${mark}</w:trPr>${cells.map((inner, column) => cell(column, inner)).join('')}</w:tr>`
}

function cell(column: number, inner: string, shade = ''): string {
  const width = `<w:tcW w:w="${COLUMNS[column]?.width ?? 0}" w:type="dxa"/>`
  return `<w:tc><w:tcPr>${width}${shade}</w:tcPr>${inner === '' ? '<w:p/>' : inner}</w:tc>`
}

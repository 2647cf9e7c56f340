import type { MarkedEntry } from '../differences/marked-document.ts'
import { direction } from '../html/page.ts'
import { LINE_WIDTH } from './package-parts.ts'
import type { Presence, Reviser } from './revisions.ts'

const COLUMNS = [
  { title: 'Type', width: 2000 },
  { title: 'Name', width: 2200 },
  { title: 'Description', width: LINE_WIDTH - 4200 },
]

/**
 * Entries as rows of type, name and description, the columns' heads on every page, no row parted by a page's end.
 * @param presence whether the table itself comes or goes
 */
export function table(entries: readonly MarkedEntry[], presence: Presence, language: string, write: Reviser): string {
  const grid = `<w:tblGrid>${COLUMNS.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  const turned = direction(language) === '' ? '' : '<w:bidiVisual/>'
  const rows = [head(presence, language, write), ...entries.map((entry) => row(entry, language, write))]
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

function row({ presence, heading, words }: MarkedEntry, language: string, write: Reviser): string {
  const mark = presence === 'both' ? '' : write.mark(presence)
  const lines = (field: string) =>
    words
      .filter((each) => each.field === field)
      .map((line) => write.paragraph('Cell', presence, line.language, write.runs(line.segments, line.language)))
      .join('')
  const type = heading.length === 0 ? '' : write.paragraph('Cell', presence, language, write.runs(heading, language))
  const cells = [type, lines('name'), lines('description')].map((inner, column) => cell(column, inner))
  return `<w:tr><w:trPr><w:cantSplit/>${mark}</w:trPr>${cells.join('')}</w:tr>`
}

function cell(column: number, inner: string, shade = ''): string {
  const width = `<w:tcW w:w="${COLUMNS[column]?.width ?? 0}" w:type="dxa"/>`
  return `<w:tc><w:tcPr>${width}${shade}</w:tcPr>${inner === '' ? '<w:p/>' : inner}</w:tc>`
}

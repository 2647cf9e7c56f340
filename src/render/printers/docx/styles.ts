/** The namespace of WordprocessingML (ECMA-376, Part 1). */
export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The declaration that each part needs. */
export const NAMESPACES = `xmlns:w="${WORD_NAMESPACE}"`

/** Sizes in half points, distances in twentieths of a point, colours as RRGGBB. */
interface Style {
  /** Distance above and below, whether it stays with what follows, tabs, indents, outline level: `w:pPr`. */
  paragraph?: string
  /** Weight, size and colour: `w:rPr`. */
  run?: string
}

/** Where an item's words begin, behind its number. */
export const ITEM_INDENT = 720

const PARAGRAPHS: Record<string, Style & { name: string }> = {
  Heading1: {
    name: 'heading 1',
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="240"/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/>',
  },
  Heading2: {
    name: 'heading 2',
    paragraph: '<w:keepNext/><w:spacing w:before="200" w:after="120"/><w:outlineLvl w:val="1"/>',
    run: '<w:b/><w:bCs/>',
  },
  /** What edition this is, for whom and on what day, and why an entry stands here. */
  Edition: { name: 'Edition', run: '<w:i/><w:iCs/><w:color w:val="595959"/><w:sz w:val="20"/><w:szCs w:val="20"/>' },
  Item: {
    name: 'Item',
    paragraph: `<w:tabs><w:tab w:val="left" w:pos="${ITEM_INDENT}"/></w:tabs><w:ind w:left="${ITEM_INDENT}" w:hanging="${ITEM_INDENT}"/>`,
  },
  Definition: { name: 'Definition', paragraph: '<w:spacing w:after="160"/>' },
  TableHead: {
    name: 'Table Head',
    paragraph: '<w:keepNext/><w:spacing w:before="60" w:after="60"/>',
    run: '<w:b/><w:bCs/>',
  },
  Cell: { name: 'Cell', paragraph: '<w:spacing w:before="40" w:after="40"/>' },
  Header: {
    name: 'header',
    paragraph:
      '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="A6A6A6"/></w:pBdr><w:spacing w:after="0"/>',
    run: '<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
  Footer: {
    name: 'footer',
    paragraph: '<w:spacing w:after="0"/><w:jc w:val="center"/>',
    run: '<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
}

function paragraphStyle([id, { name, paragraph = '', run = '' }]: [string, Style & { name: string }]): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
}

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
  (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`,
)

/** What `styles.xml` holds. */
export const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  ...Object.entries(PARAGRAPHS).map(paragraphStyle),
  `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${sides.join('')}</w:tblBorders><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
].join('')

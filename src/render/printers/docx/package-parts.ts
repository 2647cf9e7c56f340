import { escapeXml } from '../../escape.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The parts that Word finds by relation, by name, with the last part of their media type. */
const RELATED_PARTS = { styles: 'styles', settings: 'settings', header: 'header', footer: 'footer' } as const

/** Returns the parts of a file except its text. */
export function fixedParts(title: string, author: string): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${Object.keys(RELATED_PARTS)
      .map((part) => `<Relationship Id="${part}" Type="${OFFICE}/relationships/${part}" Target="${part}.xml"/>`)
      .join('')}</Relationships>`,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator></cp:coreProperties>`,
    'word/styles.xml': `${XML}<w:styles ${NAMESPACES}>${STYLES}</w:styles>`,
    // Without this setting, Word opens the file as one of Word 2007, in compatibility mode.
    'word/settings.xml': `${XML}<w:settings ${NAMESPACES}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/header.xml': `${XML}<w:hdr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${run(title)}</w:p></w:hdr>`,
    'word/footer.xml': `${XML}<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${field('PAGE')}${run(' / ')}${field('NUMPAGES')}</w:p></w:ftr>`,
  }
}

function contentTypes(): string {
  const relatedParts = Object.entries(RELATED_PARTS).map(
    ([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${type}+xml"/>`,
  )
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${relatedParts.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
}

function run(words: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`
}

/** A number that Word computes; it is 1 until then. */
function field(name: 'PAGE' | 'NUMPAGES'): string {
  return `<w:fldSimple w:instr=" ${name} ">${run('1')}</w:fldSimple>`
}

/** The width of a line on A4 with margins of one inch, in twentieths of a point. */
export const LINE_WIDTH = 9026

/** Returns the main part: A4, with the title at the top of each page and the page number at the bottom. */
export function documentPart(body: string): string {
  const furniture =
    '<w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>'
  const page =
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
  return `${XML}<w:document xmlns:w="${WORD_NAMESPACE}" xmlns:r="${OFFICE}/relationships"><w:body>${body}<w:sectPr>${furniture}${page}</w:sectPr></w:body></w:document>`
}

/** The namespace of WordprocessingML (ECMA-376, Part 1). */
const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The namespace declaration of each part. */
export const NAMESPACES = `xmlns:w="${WORD_NAMESPACE}"`

/** Sizes in half points, distances in twentieths of a point, colours as RRGGBB. */
interface Style {
  /** Spacing, tabs, indents, outline level, and whether it stays with the next paragraph: `w:pPr`. */
  paragraph?: string
  /** Weight, size and colour: `w:rPr`. */
  run?: string
}

/** Where the words of an item begin, after its number. */
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
  /** The edition, for whom and on what day it is valid; and why an entry is in the document. */
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

/** The content of `styles.xml`. */
const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  ...Object.entries(PARAGRAPHS).map(paragraphStyle),
  `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${sides.join('')}</w:tblBorders><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
].join('')

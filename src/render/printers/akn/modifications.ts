import type { Change, Document, RecordedAmendment, SectionsChanged, Slug } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import type { EntryHistories } from '../../print/entry-histories.ts'

/** Returns the address `/akn/…/annex-1/eng@v2` of the edition `annex-1/v2`; null stands for a text without an edition. */
export type EditionAddress = (edition: string | null) => string

/** One modification, before it gets its id. */
interface Modification {
  type: 'insertion' | 'repeal' | 'substitution' | 'renumbering'
  /** The id of the element after the amendment; null if it was removed. */
  left: string | null
  /** The id of the element before the amendment; null if it was added. */
  found: string | null
}

/**
 * Returns what each amendment did to the text, change by change. The vocabulary has no move: it is a repeal at the old place and an
 * insertion at the new one. A new id (`idMappings`), a fact or a note does not modify the text.
 */
export function passiveModifications(
  document: Document,
  amendments: readonly RecordedAmendment[],
  histories: EntryHistories,
  addressOf: EditionAddress,
): string {
  const all = amendments.flatMap((amendment) => {
    const { proposal, edition, made } = amendment
    const text: Texts = {
      before: addressOf(editionBefore(edition)),
      after: addressOf(edition),
      here: (element) => elementNow(element, document, amendment, histories),
    }
    const earlier = new Map(made.flatMap((each) => (each.kind === 'renamed' ? [[each.after, each.before]] : [])))
    return made
      .flatMap((change) => modificationsOf(change, (id) => earlier.get(id) ?? id))
      .map((modification, index) => textualMod(modification, text, { proposal, number: index + 1 }))
  })
  return all.length === 0 ? '' : `<passiveModifications>${all.join('')}</passiveModifications>`
}

/** The addresses of the texts before and after an amendment; `here` finds an element of the later one in the exported text. */
interface Texts {
  before: string
  after: string
  here: (element: string) => string | null
}

function textualMod({ type, left, found }: Modification, text: Texts, id: { proposal: Slug; number: number }): string {
  const previous = found === null ? null : `${text.before}#${found}`
  const destination = left === null ? (previous ?? '') : destinationOf(left, text)
  const earlier = previous === null || previous === destination ? '' : `<previous href="${escapeXml(previous)}"/>`
  return `<textualMod type="${type}" eId="mod_${id.proposal}_${id.number}"><source href="#ref_${id.proposal}"/><destination href="${escapeXml(destination)}"/>${earlier}</textualMod>`
}

/** Returns the element in this text; if a later amendment removed it, in the text that it was inserted into. */
function destinationOf(left: string, { after, here }: Texts): string {
  const now = here(left)
  return now === null ? `${after}#${left}` : `#${now}`
}

/** Maps each element whose id changed to its first id. */
export function idMappings({ entries }: Document, histories: EntryHistories): string {
  const all = entries.flatMap(({ id }) => {
    const [first = id] = histories.idsOf(id)
    if (first === id) return []
    return [`<mapping eId="map_${id}" original="#point_${first}" current="#point_${id}"/>`]
  })
  return all.length === 0 ? '' : `<mappings source="#editors">${all.join('')}</mappings>`
}

/** `annex-1/v1` for `annex-1/v2`: editions are counted. */
function editionBefore(edition: string | null): string | null {
  const [, document, number] = /^(.+)\/v(\d+)$/.exec(edition ?? '') ?? []
  return document === undefined ? null : `${document}/v${Number(number) - 1}`
}

function modificationsOf(change: Change, idBefore: (id: Slug) => Slug): Modification[] {
  if (change.kind === 'sections') return sectionModifications(change)
  if (change.kind === 'title') return [{ type: 'substitution', left: 'docTitle', found: 'docTitle' }]
  if (change.entry === null) return []
  const [left, found] = [`point_${change.entry}`, `point_${idBefore(change.entry)}`]
  switch (change.kind) {
    case 'added':
      return [{ type: 'insertion', left, found: null }]
    case 'removed':
      return [{ type: 'repeal', left: null, found: left }]
    case 'moved':
      return [
        { type: 'repeal', left: null, found },
        { type: 'insertion', left, found },
      ]
    case 'reworded':
      return [{ type: 'substitution', left, found }]
    case 'renumbered':
      return [{ type: 'renumbering', left, found }]
    default:
      return []
  }
}

function sectionModifications({ before, after }: SectionsChanged): Modification[] {
  const [earlier, later] = [before ?? [], after ?? []]
  const gone = earlier.filter(({ id }) => !later.some((section) => section.id === id))
  return [
    ...gone.map(({ id }): Modification => ({ type: 'repeal', left: null, found: `sec_${id}` })),
    ...later.flatMap(({ id, number, title }): Modification[] => {
      const was = earlier.find((section) => section.id === id)
      const element = `sec_${id}`
      if (!was) return [{ type: 'insertion', left: element, found: null }]
      const both = { left: element, found: element }
      return [
        ...(was.number === number ? [] : [{ type: 'renumbering' as const, ...both }]),
        ...(JSON.stringify(was.title) === JSON.stringify(title) ? [] : [{ type: 'substitution' as const, ...both }]),
      ]
    }),
  ]
}

/** Finds an element of the text after an amendment in this text; null if it was removed since. */
function elementNow(
  element: string,
  { entries }: Document,
  amendment: RecordedAmendment,
  histories: EntryHistories,
): string | null {
  const [, kind, id = ''] = /^(point|sec)_(.+)$/.exec(element) ?? []
  if (kind === undefined) return element
  if (kind === 'sec') return entries.some(({ section }) => section === id) ? element : null
  const now = histories.now(amendment, id)
  return now === null ? null : `point_${now}`
}

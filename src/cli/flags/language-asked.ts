import { languagesOf } from '../../render/index.ts'
import { AnnexError, type Document } from '../../treaty/index.ts'

/**
 * The language asked for, where one is.
 * @throws AnnexError not-found where the document has no word in it
 */
export function languageAsked(document: Document, language: string | undefined): { language?: string } {
  if (language === undefined) return {}
  const languages = languagesOf(document)
  if (languages.includes(language)) return { language }
  const one = languages.join(' or ')
  throw new AnnexError('not-found', `${document.document} has no words in "${language}"`, `take --lang ${one}`)
}

/**
 * The words of a text, its white space, and each punctuation mark on its own; together they are the text. A script written
 * without spaces between words (Chinese, Japanese, Thai …) is taken character by character.
 */
export function wordTokens(text: string): string[] {
  return text.match(TOKEN) ?? []
}

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const WORD = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}\p{Pc}])+`
const TOKEN = new RegExp(String.raw`\s+|[${UNSPACED}]\p{M}*|${WORD}(?:['’]${WORD})*|[^]`, 'gu')

/** How a text is coloured: each function puts terminal codes around words, or returns them unchanged. */
export interface Colours {
  added: (words: string) => string
  removed: (words: string) => string
  changed: (words: string) => string
  strong: (words: string) => string
  faint: (words: string) => string
}

const plain = (words: string): string => words
const code =
  (on: string, off: string) =>
  (words: string): string =>
    words === '' ? '' : `\u001b[${on}m${words}\u001b[${off}m`

/** No colours: words stay unchanged. */
export const NO_COLOURS: Colours = { added: plain, removed: plain, changed: plain, strong: plain, faint: plain }

/** Red, green and others of the sixteen colours that each terminal defines. They only repeat what the marks already say. */
export const TERMINAL_COLOURS: Colours = {
  added: code('32', '39'),
  removed: code('31', '39'),
  changed: code('33', '39'),
  strong: code('1', '22'),
  faint: code('2', '22'),
}

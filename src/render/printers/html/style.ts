/** The style of every page: readable, narrow and wide, light and dark, on screen and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --faint: #595959; --line: #c9c9c9;
  --came: #0b5d1e; --came-paper: #e3f5e6; --went: #8f1414; --went-paper: #fbe6e6; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181b; --faint: #b0b0b0; --line: #4a4d52;
  --came: #8fe3a1; --came-paper: #12301a; --went: #ffb0b0; --went-paper: #3d1717; --link: #9cc9ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 52rem; color: var(--ink); background: var(--paper);
  font: 1.05rem/1.55 Georgia, "Times New Roman", "Noto Serif", serif; overflow-wrap: break-word; }
h1, h2, h3, nav, .facts, table { font-family: system-ui, "Helvetica Neue", Arial, sans-serif; line-height: 1.3; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin-bottom: .4rem; }
a { color: var(--link); }
ins { color: var(--came); background: var(--came-paper); text-decoration: underline; text-underline-offset: .15em; }
del { color: var(--went); background: var(--went-paper); text-decoration: line-through; }
ol, ul { padding-inline-start: 1.4rem; } ol.numbered { list-style: none; padding: 0; }
ol.numbered > li { display: grid; grid-template-columns: minmax(3.6rem, auto) 1fr; column-gap: .6rem; margin: .5rem 0; }
.facts, .why { color: var(--faint); font-size: .9rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { border: 1px solid var(--line); padding: .4rem .55rem; text-align: start; vertical-align: top; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.lines { white-space: pre-line; }
@page { margin: 2cm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt serif; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } a { color: inherit; }
  h1, h2, h3 { break-after: avoid; } thead { display: table-header-group; } .scroll { overflow: visible; }
  li, tr { break-inside: avoid; } :root { --ink: #000; --paper: #fff; --faint: #333; --came: #0b5d1e; --came-paper: #fff;
  --went: #8f1414; --went-paper: #fff; } }
`

// Every message that the program can stop with or print as a finding, read from the sources themselves: none can be
// forgotten. What is filled in while the program runs is written ‹so›.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url))

/** Which arguments of these functions of src/law/decide/finding.ts are the rule's name, the message and the hint. */
const FINDERS = { forbids: [0, 2, 3], refuses: [2, 4, 5] }

/**
 * @returns {{kind: 'stop' | 'finding', file: string, id: string, message: string, hint: string}[]} one a way in which the sources
 *   can put it, sorted by file
 */
export function messagesInSources() {
  const files = readdirSync(SOURCES, { recursive: true }).filter((name) => name.endsWith('.ts'))
  const found = files.sort().flatMap((name) => messagesIn(name, readFileSync(SOURCES + name, 'utf8')))
  const said = found.filter(({ message, hint }) =>
    [message, hint].every((text) => /\p{L}/u.test(text.replaceAll(/‹[^›]*›/g, ''))),
  )
  const once = new Map(said.map((one) => [`${one.file} ${one.message} ${one.hint}`, one]))
  return [...once.values()]
}

function messagesIn(name, text) {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found = []
  const visit = (node) => {
    for (const one of [stopIn(node), findingOfLaw(node), findingWritten(node), usageSentence(node)]) {
      if (one !== undefined) found.push(...each({ file: `src/${name}`, ...one }))
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** Where the sources choose between words, one message a choice. */
function* each({ message, hint, ...rest }) {
  const hints = wordsOf(hint)
  for (const words of wordsOf(message)) for (const remedy of hints) yield { ...rest, message: words, hint: remedy }
}

function stopIn(node) {
  if (!ts.isNewExpression(node) || !['AnnexError', 'GitError'].includes(node.expression.getText())) return undefined
  const [code, message, hint] = node.arguments ?? []
  return { kind: 'stop', id: wordsOf(code)[0], message, hint }
}

function findingOfLaw(node) {
  if (!ts.isCallExpression(node) || !(node.expression.getText() in FINDERS)) return undefined
  const [rule, message, hint] = FINDERS[node.expression.getText()].map((at) => node.arguments[at])
  return ts.isStringLiteral(rule) ? { kind: 'finding', id: `law/${rule.text}`, message, hint } : undefined
}

function findingWritten(node) {
  if (!ts.isObjectLiteralExpression(node)) return undefined
  const [rule, message, hint] = ['rule', 'message', 'hint'].map((name) => member(node, name))
  if (message === undefined || hint === undefined || isPassedOn(message) || isPassedOn(hint)) return undefined
  return { kind: 'finding', id: rule === undefined ? ruleOfFile(node) : (wordsOf(rule)[0] ?? ''), message, hint }
}

// `message: found.message` says nothing anew.
function isPassedOn(node) {
  const made = resolved(node)
  return ts.isPropertyAccessExpression(made) || (ts.isIdentifier(made) && parameterNamed(made))
}

function parameterNamed(identifier) {
  for (let node = identifier.parent; node !== undefined; node = node.parent) {
    const parameters = ts.isFunctionLike(node) ? node.parameters : []
    if (
      parameters.some(({ name }) =>
        name
          .getText()
          .match(/[\w$]+/g)
          ?.includes(identifier.text),
      )
    )
      return true
  }
  return false
}

function ruleOfFile(node) {
  return /id: '([a-z]+\/[a-z0-9-]+)'/.exec(node.getSourceFile().text)?.[1] ?? ''
}

function usageSentence(node) {
  if (!ts.isArrowFunction(node) || !node.getSourceFile().fileName.endsWith('usage.ts')) return undefined
  if (!ts.isArrayLiteralExpression(node.parent) || !ts.isTemplateExpression(node.body)) return undefined
  return {
    kind: 'stop',
    id: 'usage',
    message: node.body,
    hint: ts.factory.createStringLiteral('see annex ‹command› --help'),
  }
}

function member(node, name) {
  const found = node.properties.find((property) => property.name?.getText() === name)
  if (found === undefined) return undefined
  return ts.isShorthandPropertyAssignment(found) ? found.name : found.initializer
}

/** @returns {string[]} the texts that an expression can give */
function wordsOf(expression) {
  if (expression === undefined) return ['']
  const node = resolved(expression)
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return wordsOf(node.expression)
  if (ts.isConditionalExpression(node)) return [...wordsOf(node.whenTrue), ...wordsOf(node.whenFalse)]
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return product(wordsOf(node.left), wordsOf(node.right))
  }
  if (ts.isTemplateExpression(node)) {
    const pieces = node.templateSpans.map(({ expression: filled, literal }) => product(wordsOf(filled), [literal.text]))
    return pieces.reduce(product, [node.head.text])
  }
  return [`‹${nameOf(node)}›`]
}

function product(before, after) {
  return before.flatMap((one) => after.map((other) => one + other)).slice(0, 12)
}

/** A name that stands for words written in the same file. */
function resolved(node) {
  if (!ts.isIdentifier(node)) return node
  let found = node
  const look = (other) => {
    const isIt =
      ts.isVariableDeclaration(other) && other.name.getText() === node.text && other.initializer !== undefined
    if (isIt && isWords(other.initializer) && isBefore(other, node)) found = other.initializer
    ts.forEachChild(other, look)
  }
  look(node.getSourceFile())
  return found === node ? (shared().get(node.text) ?? node) : found
}

let sharedWords

/** The words that a file exports for others. */
function shared() {
  if (sharedWords !== undefined) return sharedWords
  sharedWords = new Map()
  for (const name of readdirSync(SOURCES, { recursive: true }).filter((file) => file.endsWith('.ts'))) {
    const source = readFileSync(SOURCES + name, 'utf8')
    for (const [, constant] of source.matchAll(/^export const ([A-Z_]+) =\s*['`]/gm)) {
      const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
      for (const statement of file.statements.filter(ts.isVariableStatement)) {
        const [declared] = statement.declarationList.declarations
        if (declared.name.getText() === constant) sharedWords.set(constant, declared.initializer)
      }
    }
  }
  return sharedWords
}

const isBefore = (one, other) =>
  one.getStart() < other.getStart() || one.parent.parent.parent.kind === ts.SyntaxKind.SourceFile

function isWords(node) {
  if (ts.isConditionalExpression(node)) return isWords(node.whenTrue) || isWords(node.whenFalse)
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
}

/** What is filled in, by the last name in it. */
function nameOf(node) {
  if (ts.isCallExpression(node) && node.arguments[0] !== undefined) return nameOf(node.arguments[0])
  return node.getText().match(/[A-Za-z]+(?=[^A-Za-z]*$)/)?.[0] ?? '…'
}

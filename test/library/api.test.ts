import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

const door = fileURLToPath(new URL('../../src/library/index.ts', import.meta.url))
const settings = fileURLToPath(new URL('../../build/types.tsconfig.json', import.meta.url))

interface Exported {
  name: string
  signature: string
  docs: string
  isFunction: boolean
}

/** What the library exports, by name: how it is called, or what shape it has, without its docstrings. */
function exportsOfLibrary(): Exported[] {
  const { options } = ts.convertCompilerOptionsFromJson(
    ts.readConfigFile(settings, ts.sys.readFile).config.compilerOptions,
    fileURLToPath(new URL('../../build', import.meta.url)),
  )
  const program = ts.createProgram([door], {
    ...options,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    allowImportingTsExtensions: true,
  })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(door)
  const module = source && checker.getSymbolAtLocation(source)
  if (module === undefined) throw new Error('the library has no door')
  return checker.getExportsOfModule(module).map((symbol) => exported(symbol, checker))
}

function exported(alias: ts.Symbol, checker: ts.TypeChecker): Exported {
  const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias
  const [declaration] = symbol.declarations ?? []
  if (declaration === undefined) throw new Error(`${alias.name} is declared nowhere`)
  const isType = ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)
  const printer = ts.createPrinter({ removeComments: true })
  const signature = isType
    ? printer.printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile()).replace(/^export /, '')
    : `${alias.name}: ${checker.typeToString(checker.getTypeOfSymbol(symbol), undefined, ts.TypeFormatFlags.NoTruncation)}`
  return {
    name: alias.name,
    signature,
    docs: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    isFunction: ts.isFunctionDeclaration(declaration),
  }
}

describe('what other programs import', () => {
  let all: Exported[]

  beforeAll(() => {
    all = exportsOfLibrary().sort((one, other) => (one.name < other.name ? -1 : 1))
  })

  it('agrees with api.txt: a change of it must be on purpose', async () => {
    const text = all.map(({ signature }) => signature).join('\n\n')
    await expect(`${text}\n`).toMatchFileSnapshot('api.txt')
  })

  it('has a docstring for every function', () => {
    expect(all.filter(({ isFunction, docs }) => isFunction && docs.trim() === '').map(({ name }) => name)).toEqual([])
  })
})

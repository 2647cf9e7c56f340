import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { XmlDocument, XmlElement, type XmlNode, XmlText } from 'libxml2-wasm'

const CANDIDATES = [
  process.env.SOFFICE,
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
]

/** LibreOffice on this machine; undefined where there is none. SOFFICE names one. */
export const soffice = CANDIDATES.find((file) => file !== undefined && existsSync(file))

// Opens every Word file of a folder, settles its tracked changes one way, then the other, and saves each as flat ODF.
const MACRO = `
Sub Settle(folder As String)
  Dim names() As String, name As String, count As Integer, i As Integer
  name = Dir(folder & "/*.docx")
  Do While name <> ""
    ReDim Preserve names(count)
    names(count) = name
    count = count + 1
    name = Dir
  Loop
  For i = 0 To count - 1
    SettleOne(folder, names(i), "Accept")
    SettleOne(folder, names(i), "Reject")
  Next
  StarDesktop.terminate()
End Sub

Sub SettleOne(folder As String, name As String, how As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim flat(0) As New com.sun.star.beans.PropertyValue
  flat(0).Name = "FilterName"
  flat(0).Value = "OpenDocument Text Flat XML"
  document = StarDesktop.loadComponentFromURL(ConvertToURL(folder & "/" & name), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" & how & "AllTrackedChanges", "", 0, Array())
  document.storeToURL(ConvertToURL(folder & "/" & name & "." & how & ".fodt"), flat())
  document.close(True)
End Sub
`

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const MODULE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped(MACRO)}</script:module>`

/** A paragraph of a document, or a table: its rows, each of cells, each of paragraphs. */
export type Block = string | string[][][]

/** What a Word file says once all its tracked changes are accepted, and once all are rejected. */
export interface Settled {
  accepted: Block[]
  rejected: Block[]
}

/** Has LibreOffice settle the tracked changes of Word files, all in one process: it takes seconds to start. */
export function settled(files: Readonly<Record<string, Uint8Array>>): Record<string, Settled> {
  const folder = mkdtempSync(join(tmpdir(), 'annex-word-'))
  const names = Object.keys(files)
  names.forEach((name, index) => {
    writeFileSync(join(folder, `${index}.docx`), files[name] ?? new Uint8Array())
  })
  const profile = profileWithMacro()
  run(profile, `macro:///Standard.Module1.Settle("${folder}")`)
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        accepted: blocksOf(join(folder, `${index}.docx.Accept.fodt`)),
        rejected: blocksOf(join(folder, `${index}.docx.Reject.fodt`)),
      },
    ]),
  )
}

/** A profile of its own: LibreOffice lays out its library of macros when it first starts, and only then can one be put there. */
function profileWithMacro(): string {
  const profile = mkdtempSync(join(tmpdir(), 'annex-office-'))
  run(profile, '--terminate_after_init')
  const library = join(profile, 'user/basic/Standard')
  mkdirSync(library, { recursive: true })
  writeFileSync(join(library, 'Module1.xba'), MODULE)
  return profile
}

function run(profile: string, word: string): void {
  const words = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', word]
  const { status, stderr } = spawnSync(soffice ?? '', words, { encoding: 'utf8', timeout: 150_000 })
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`)
}

function blocksOf(file: string): Block[] {
  using document = XmlDocument.fromString(readFileSync(file, 'utf8'))
  const [body] = document.root.find('//office:body/office:text', NAMESPACES)
  return body instanceof XmlElement ? children(body).flatMap(blockOf) : []
}

const NAMESPACES = { office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0' }

function blockOf(element: XmlElement): Block[] {
  if (element.name === 'p' || element.name === 'h') return [wordsOf(element)]
  return element.name === 'table' ? [rowsOf(element)] : []
}

function rowsOf(element: XmlElement): string[][][] {
  return children(element).flatMap((child) => {
    if (child.name === 'table-row') return [children(child).map(cellOf)]
    return child.name === 'table-header-rows' ? rowsOf(child) : []
  })
}

function cellOf(cell: XmlElement): string[] {
  return children(cell).map(wordsOf)
}

/** ODF writes a second space, a tab and a line's end as elements. */
function wordsOf(node: XmlNode): string {
  if (node instanceof XmlText) return node.content
  if (!(node instanceof XmlElement)) return ''
  if (node.name === 's') return ' '.repeat(Number(node.attr('c', 'text')?.value ?? 1))
  if (node.name === 'tab') return '\t'
  if (node.name === 'line-break') return '\n'
  let words = ''
  for (let child = node.firstChild; child; child = child.next) words += wordsOf(child)
  return words
}

function children(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  for (let child = element.firstChild; child; child = child.next) if (child instanceof XmlElement) found.push(child)
  return found
}

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { home } from '../scenarios/annex.ts'

const SERVER = join(home, 'node_modules/yaml-language-server/bin/yaml-language-server')

/** A line and a character, counted from 0, as editors speak of them. */
export interface Spot {
  line: number
  character: number
}

export interface Diagnostic {
  message: string
  severity: number
  range: { start: Spot; end: Spot }
}

interface Message {
  id?: number
  method?: string
  params?: { uri?: string; diagnostics?: Diagnostic[]; items?: { section: string }[] }
  result?: unknown
}

/** An editor that has a folder open and talks to the YAML language server, by the protocol that all editors share. */
export class Editor {
  readonly #server: ChildProcessWithoutNullStreams
  readonly #asked = new Map<number, (result: unknown) => void>()
  readonly #judged = new Map<string, (diagnostics: Diagnostic[]) => void>()
  readonly #settings: Readonly<Record<string, unknown>>
  #received = Buffer.alloc(0)
  #questions = 0
  #versions = 0

  private constructor(settings: Readonly<Record<string, unknown>>) {
    this.#settings = settings
    this.#server = spawn(process.execPath, [SERVER, '--stdio'])
    this.#server.stdout.on('data', (bytes: Buffer) => this.#receive(bytes))
  }

  /** @param settings by section, `{yaml: {…}}`, as the editor's settings file holds them */
  static async open(folder: string, settings: Readonly<Record<string, unknown>>): Promise<Editor> {
    const editor = new Editor(settings)
    const rootUri = pathToFileURL(folder).href
    await editor.#ask('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'convention' }],
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
        },
        textDocument: { completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } } },
      },
    })
    editor.#tell('initialized', {})
    return editor
  }

  /** Opens a file, with other words than its own where they are given, and waits for what the server finds in it. */
  open(file: string, text = readFileSync(file, 'utf8')): Promise<Diagnostic[]> {
    const judged = new Promise<Diagnostic[]>((done) => this.#judged.set(pathToFileURL(file).href, done))
    this.show(file, text)
    return judged
  }

  /** Opens a file with these words, and waits for nothing: what is asked next is answered for them. */
  show(file: string, text: string): void {
    const textDocument = { uri: pathToFileURL(file).href, languageId: 'yaml', version: ++this.#versions, text }
    this.#tell('textDocument/didOpen', { textDocument })
  }

  /** What the editor shows where the mouse rests. */
  async hover(file: string, position: Spot): Promise<string> {
    const shown = await this.#ask('textDocument/hover', at(file, position))
    return JSON.stringify(shown)
  }

  /** What the editor offers where the cursor stands. */
  async complete(file: string, position: Spot): Promise<string[]> {
    const offered = await this.#ask('textDocument/completion', at(file, position))
    const { items } = offered as { items: { label: string }[] }
    return items.map(({ label }) => label)
  }

  async close(): Promise<void> {
    await this.#ask('shutdown', null)
    this.#tell('exit', null)
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#questions
    const answered = new Promise<unknown>((done) => this.#asked.set(id, done))
    this.#send({ id, method, params })
    return answered
  }

  #tell(method: string, params: unknown): void {
    this.#send({ method, params })
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes])
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.subarray(0, end).toString())?.[1])
      if (end === -1 || this.#received.length < end + 4 + length) return
      this.#take(JSON.parse(this.#received.subarray(end + 4, end + 4 + length).toString()))
      this.#received = this.#received.subarray(end + 4 + length)
    }
  }

  #take({ id, method, params, result }: Message): void {
    if (method === undefined && id !== undefined) this.#asked.get(id)?.(result)
    else if (method === 'textDocument/publishDiagnostics')
      this.#judged.get(params?.uri ?? '')?.(params?.diagnostics ?? [])
    else if (method === 'workspace/configuration') {
      this.#send({ id, result: params?.items?.map(({ section }) => this.#settings[section] ?? null) })
    } else if (id !== undefined) this.#send({ id, result: null })
  }
}

const at = (file: string, position: Spot) => ({ textDocument: { uri: pathToFileURL(file).href }, position })

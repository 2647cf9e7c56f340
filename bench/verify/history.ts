import { documentPath, eventPath, partiesPath, proposalPath, serialize } from '../../src/files/index.ts'
import { checkEvent, decide } from '../../src/law/index.ts'
import { apply, diff, merge } from '../../src/text/index.ts'
import {
  type Change,
  type Document,
  daysAfter,
  digestOf,
  type Entry,
  type EventRecord,
  type FiledEvent,
  hasErrors,
  type Party,
  type Proposal,
  type Situation,
} from '../../src/treaty/index.ts'
import { MAY_BE_CLOSED } from '../../src/workflows/proposal/close-proposal.ts'
import { MAY_BE_ADOPTED } from '../../src/workflows/record/altered-outcomes.ts'
import type { FastImport } from './fast-import.ts'
import type { Random } from './random.ts'

const CODES =
  'ARG AUS AUT BEL BRA CAN CHE CHL CHN COL CUB CZE DEU DNK EGY ESP EST FIN FRA GBR GRC HUN IDN IND IRL ISL ISR ITA JPN KEN KOR LKA LTU LUX LVA MAR MEX MLT MYS NGA NLD NOR NZL PAK PER PHL POL PRT ROU RUS SAU SEN SGP SRB SVK SVN SWE THA TUN TUR TZA UGA UKR URY USA UZB VEN VNM ZAF ZMB'.split(
    ' ',
  )
/** Parties at the beginning; the others accede later. */
const FIRST_PARTIES = 50
const ANNEX = documentPath('annex-1')

/** A proposal on main. */
interface Running {
  proposal: Proposal
  events: FiledEvent[]
  base: Document
  /** How many Parties shall object. */
  objectors: number
}

type Files = Map<string, string>

/** The record of a depositary, with every act that the program knows, on days from 2018 on. */
export class History {
  readonly #git: FastImport
  readonly #random: Random
  #tip = ''
  #day = '2018-01-15'
  #annex: Document
  #annexText: string
  #parties: Party[]
  #editions = 1
  /** The changes of the adopted proposals, in order. */
  readonly #adopted: Change[] = []
  readonly #open: Running[] = []
  /** Adopted: acceptances may follow. */
  readonly #ended: Running[] = []
  proposals = 0
  commits = 0

  constructor(git: FastImport, random: Random, beginnings: ReadonlyMap<string, string>, annex: Document) {
    this.#git = git
    this.#random = random
    this.#annex = annex
    this.#annexText = beginnings.get(ANNEX) ?? ''
    this.#parties = CODES.slice(0, FIRST_PARTIES).map((code, index) => ({
      code,
      instrument: 'ratification',
      deposited: daysAfter('2010-01-01', index),
    }))
  }

  async begin(beginnings: ReadonlyMap<string, string>, documents: readonly string[]): Promise<void> {
    await this.#commit("Begin with the Convention's own text\n", beginnings)
    for (const document of documents) await this.#git.tag(`${document}/v1`, this.#tip, `${document}/v1\n`, this.#day)
    await this.#commit('Register the Parties\n', [this.#register()])
  }

  /** One day in the office: a commit of main, sometimes two. */
  async act(isToCirculate: boolean): Promise<void> {
    if (this.commits % 2 === 0 && this.#day < '2026-06-01') this.#day = daysAfter(this.#day, 1)
    if (isToCirculate) return this.#circulate()
    if (this.commits % 40 === 0) return this.#changeRegister()
    if (this.commits % 70 === 0) return this.#declare()
    const due = this.#open.find((each) => this.#isDecided(each))
    if (due !== undefined) return this.#end(due)
    if (this.commits % 50 === 1) return this.#merge()
    await this.#fileEvent()
  }

  async #commit(message: string, files: Iterable<readonly [string, string]>, parents = [this.#tip]): Promise<void> {
    const known = parents.filter((parent) => parent !== '')
    this.#tip = await this.#git.commit({ branch: 'main', parents: known, message, files, on: this.#day })
    this.commits += 1
  }

  #register(): [string, string] {
    return [partiesPath, serialize('parties', { parties: this.#parties })]
  }

  async #changeRegister(): Promise<void> {
    const code = CODES.find((each) => !this.#parties.some((party) => party.code === each))
    const leaving = this.#parties.find(
      ({ denounced, deposited }) => denounced === undefined && deposited < '2010-01-04',
    )
    if (code !== undefined) {
      this.#parties = [...this.#parties, { code, instrument: 'accession', deposited: this.#day }]
      return this.#commit(`Add Party ${code}\n`, [this.#register()])
    }
    if (leaving === undefined) return this.#declare()
    return this.#change(leaving, { ...leaving, denounced: this.#day })
  }

  async #declare(): Promise<void> {
    const party = this.#parties[this.commits % this.#parties.length]
    if (party === undefined || party.declarations !== undefined) return void (await this.#fileEvent())
    const declaration = { treaty: 'hague-1970', on: this.#day, ground: 'ceased' as const }
    return this.#change(party, { ...party, declarations: [declaration] })
  }

  #change(was: Party, is: Party): Promise<void> {
    this.#parties = this.#parties.map((party) => (party === was ? is : party))
    return this.#commit(`Change Party ${is.code}\n`, [this.#register()])
  }

  async #circulate(): Promise<void> {
    this.proposals += 1
    const id = `amendment-${this.proposals}`
    const base = this.#tip
    const draft: Proposal = {
      proposal: id,
      basis: '70.1',
      document: 'annex-1',
      by: 'FRA',
      title: `Amendment ${this.proposals}`,
      statement: 'Directly related to international crime.',
    }
    const text: Document = { ...this.#annex, entries: this.#amended() }
    const commit = await this.#git.commit({
      branch: `proposal/${id}`,
      parents: [base],
      message: `Draft ${id}\n`,
      on: this.#day,
      files: [
        [proposalPath(id), serialize('proposal', draft)],
        [ANNEX, serialize('document', text, Buffer.from(this.#annexText))],
      ],
    })
    const changes = diff(this.#annex, text)
    const proposal = { ...draft, frozen: { commit, base, changes, digest: digestOf(changes) } }
    const running = { proposal, events: [], base: this.#annex, objectors: this.#random(10) < 7 ? 12 : 24 }
    this.#open.push(running)
    const opening = this.#file(running, { event: 'circulated', on: this.#day, ref: `C.N.${this.proposals}` })
    await this.#commit(`Circulate ${id}\n`, [[proposalPath(id), serialize('proposal', proposal)], ...opening])
  }

  /** The entries with one more, or with one of those that earlier amendments added reworded or removed. */
  #amended(): Entry[] {
    const { entries } = this.#annex
    const touched = new Set(this.#open.flatMap(({ proposal }) => proposal.frozen?.changes.map(({ entry }) => entry)))
    const free = entries.filter(({ id }) => id.startsWith('convention-') && !touched.has(id))
    const chosen = this.proposals % 3 === 0 ? undefined : free[0]
    if (chosen === undefined) return [...entries, entry(this.proposals)]
    if (this.proposals % 3 === 1) return entries.filter((each) => each !== chosen)
    return entries.map((each) => (each === chosen ? { ...each, text: entry(this.proposals).text } : each))
  }

  /** Adds an event to a proposal. */
  #file(running: Running, event: EventRecord): Files {
    const path = eventPath(
      running.proposal.proposal,
      event,
      running.events.map(({ file }) => file ?? ''),
    )
    running.events.push({ ...event, file: path })
    return new Map([[path, serialize('event', event)]])
  }

  #situation({ proposal, events }: Running): Situation {
    const changes = proposal.frozen?.changes ?? []
    return { proposal: { ...proposal, changes }, parties: this.#parties, events, readings: {} }
  }

  #isDecided(running: Running): boolean {
    const opened = running.events[0]?.on ?? this.#day
    return daysAfter(opened, 220) < this.#day || running.events.some(({ event }) => event === 'withdrawn')
  }

  async #end(running: Running): Promise<void> {
    const { status } = decide(this.#situation(running), this.#day, { divergences: false })
    if (MAY_BE_ADOPTED.includes(status)) return this.#adopt(running)
    this.#open.splice(this.#open.indexOf(running), 1)
    if (!MAY_BE_CLOSED.includes(status)) throw new Error(`${running.proposal.proposal} is ${status} on ${this.#day}`)
    const proposal = { ...running.proposal, closed: 'It has ended.', closedOn: this.#day }
    const { proposal: id } = proposal
    await this.#commit(`Close proposal ${id}\n`, [[proposalPath(id), serialize('proposal', proposal)]])
  }

  async #adopt(running: Running): Promise<void> {
    const { proposal, base } = running
    this.#open.splice(this.#open.indexOf(running), 1)
    this.#ended.push(running)
    const seniority = this.#adopted.flatMap((change) => (change.kind === 'added' ? [change.entry] : []))
    const changes = proposal.frozen?.changes ?? []
    const { document, conflicts } = merge(base, this.#annex, apply(base, changes).document, { seniority })
    if (conflicts.length > 0) throw new Error(`${proposal.proposal} conflicts`)
    this.#adopted.push(...changes)
    this.#editions += 1
    const edition = `annex-1/v${this.#editions}`
    this.#annex = document
    this.#annexText = serialize('document', document, Buffer.from(this.#annexText))
    const message = `Record proposal ${proposal.proposal} as adopted: ${edition}\n\n${proposal.title}\n\nAs-of: ${this.#day}\n`
    const files: [string, string][] = [
      [ANNEX, this.#annexText],
      [proposalPath(proposal.proposal), serialize('proposal', { ...proposal, edition })],
    ]
    await this.#commit(message, files, [this.#tip, proposal.frozen?.commit ?? ''])
    await this.#git.tag(edition, this.#tip, `${edition}: ${proposal.title}\n`, this.#day)
  }

  /** Two lines with an objection each, and their merge. */
  async #merge(): Promise<void> {
    const base = this.#tip
    const first = await this.#fileEvent('objection')
    const side = this.#tip
    this.#tip = base
    const second = await this.#fileEvent('objection')
    const isSideFirst = this.#random(2) === 0
    const parents = isSideFirst ? [side, this.#tip] : [this.#tip, side]
    await this.#commit("Merge branch 'main'\n", isSideFirst ? second : first, parents)
  }

  /** @param only the kind of event; default: any */
  async #fileEvent(only?: string): Promise<Files> {
    for (let tries = 0; tries < 1000; tries += 1) {
      const running = this.#random(8) === 0 ? this.#pick(this.#ended) : this.#pick(this.#open)
      const event = running === undefined ? null : this.#nextEvent(running)
      if (running === undefined || event === null || (only ?? event.event) !== event.event) continue
      if (hasErrors(checkEvent(this.#situation(running), event))) continue
      const files = this.#file(running, event)
      await this.#commit(`Record ${event.event} of ${running.proposal.proposal}\n`, files)
      return files
    }
    throw new Error(`nothing can be filed on ${this.#day}`)
  }

  #pick(all: readonly Running[]): Running | undefined {
    return all[this.#random(all.length)]
  }

  #nextEvent({ proposal, events, objectors }: Running): EventRecord | null {
    const party = this.#parties[this.#random(this.#parties.length)]?.code ?? ''
    const on = this.#day
    const objected = events.filter(({ event }) => event === 'objection')
    if (proposal.frozen === undefined || party === '') return null
    if (this.#random(60) === 0 && objected.length > 0) return { event: 'withdrawn', on }
    if (this.#random(10) === 0) return { event: 'objection-withdrawn', on, party: objected[0]?.party ?? party }
    if (objected.length < objectors) return { event: 'objection', on, party, ref: `Note ${this.commits}` }
    return { event: 'acceptance', on, party: objected[this.#random(objected.length)]?.party ?? party }
  }
}

function entry(index: number): Entry {
  return {
    id: `convention-${index}`,
    text: { title: { en: `Convention No. ${index} on Offences against Safety (New York, 15 December 1997)` } },
    facts: {
      officialTitle: `Convention No. ${index} on Offences against Safety`,
      done: { place: 'New York', date: '1997-12-15' },
      inForce: '2001-05-23',
      scope: 'universal',
      source: 'Made for measuring.',
    },
  }
}

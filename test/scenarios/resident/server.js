// Runs command lines one after another in one process: the program is loaded once, not once a command. Reads requests from file
// descriptor 3 and answers on 4; each is its length in four bytes, and JSON. What a command prints goes to the files that are
// this process's standard output and standard error.
import { readSync, writeSync } from 'node:fs'
import http from 'node:http'
import module from 'node:module'
import { setImmediate } from 'node:timers'
import { fileURLToPath } from 'node:url'

const [REQUESTS, ANSWERS] = [3, 4]
/** What Node ends with when the event loop is empty and the program has not ended. */
const UNSETTLED = 13
const home = fileURLToPath(new URL('../../..', import.meta.url))

process.noDeprecation = true
module.enableCompileCache?.()
const { main } = await import('../../../dist/main.js')
/** Whether a command runs, and whether its promise is settled. */
let state = 'waiting'

// A command has ended when nothing is left to do, exactly as a process would end.
process.on('beforeExit', () => {
  if (state !== 'waiting') answer({ status: state === 'settled' ? (process.exitCode ?? 0) : UNSETTLED })
  state = 'waiting'
  const request = read()
  if (request === null) process.exit(0)
  setImmediate(start, request)
})

async function start({ words, folder, env }) {
  prepare(folder, env)
  state = 'running'
  await main(words, home)
  state = 'settled'
}

// What a new process would have: its folder, its environment, and nothing that the command before has left.
function prepare(folder, env) {
  process.chdir(folder)
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
  Object.assign(process.env, env)
  process.exitCode = undefined
  process.stdout.removeAllListeners('error')
  http.globalAgent.destroy()
}

function read() {
  const head = bytes(4)
  if (head === null) return null
  const body = bytes(head.readUInt32LE())
  return body === null ? null : JSON.parse(body.toString())
}

function bytes(length) {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const count = readSync(REQUESTS, buffer, filled, length - filled, null)
    if (count === 0) return null
    filled += count
  }
  return buffer
}

function answer(value) {
  writeSync(ANSWERS, `${JSON.stringify(value)}\n`)
}

#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const words = process.argv.slice(2)

// Users can do nothing about deprecations in libraries (Node 26 warns about url.parse), and the warning would appear next to the
// one line that says what is wrong.
process.noDeprecation = process.env.ANNEX_DEBUG !== '1'

if (words.includes('--version') && words.every((word) => word === '--version' || word === '--json')) {
  // Answered without loading the program.
  const { name, version } = JSON.parse(readFileSync(`${home}package.json`, 'utf8'))
  const { platform, arch } = process
  const answer = { name, version, platform, arch, node: process.version }
  const text = `${name}/${version} ${platform}-${arch} node-${process.version}`
  console.log(words.includes('--json') ? JSON.stringify(answer, null, 2) : text)
} else if (words[0] === '--complete') {
  // The shell waits for the answer after Tab, so only the completion code is loaded.
  module.enableCompileCache?.()
  const { complete } = await import('../dist/complete.js')
  await complete(words.slice(1), home)
} else if ((words[0] === 'merge-driver' || words[0] === 'textconv') && (await isDriven())) {
  // git has its answer.
} else {
  // Node 22 and later keep the compiled code between runs.
  module.enableCompileCache?.()
  const { main } = await import('../dist/main.js')
  await main(words, home)
}

// git starts the drivers once for each file and each revision: they load only what they need. What is not as git-setup writes it,
// and what fails, goes the way of all commands.
async function isDriven() {
  module.enableCompileCache?.()
  const { drive } = await import('../dist/drivers.js')
  return await drive(words).catch(() => false)
}

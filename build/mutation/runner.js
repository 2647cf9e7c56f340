// Runs the law's tests in the worker's own process. The program is loaded once and each mutant switched on in it, so that a
// mutant costs milliseconds; the program is loaded again only if the mutant acts at load time.
import { register } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import { takeTests } from './tests.js'

const { NAMESPACE } = INSTRUMENTER_CONSTANTS

createRunner.inject = ['options']

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'law', createRunner)]

export const strykerValidationSchema = {
  properties: { lawTests: { type: 'array', items: { type: 'string' }, default: [] } },
}

function createRunner(options) {
  globalThis[NAMESPACE] ??= {}
  const stryker = globalThis[NAMESPACE]
  let tests = []
  let loads = 0

  return { capabilities: () => ({ reloadEnvironment: true }), init, dryRun, mutantRun }

  async function init() {
    register('./typescript.js', import.meta.url)
  }

  async function load() {
    loads += 1
    for (const path of options.lawTests) await import(`${pathToFileURL(join(process.cwd(), path)).href}?load=${loads}`)
    tests = takeTests()
  }

  async function dryRun() {
    await load()
    const results = []
    for (const test of tests) {
      stryker.currentTestId = test.name
      results.push(await resultOf(test))
      stryker.currentTestId = undefined
    }
    return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage }
  }

  async function mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const actsOnLoading = mutantActivation === 'static'
    Object.assign(stryker, { hitCount: 0, hitLimit, activeMutant: actsOnLoading ? activeMutant.id : undefined })
    const failure = actsOnLoading || tests.length === 0 ? await failureOf(load) : undefined
    stryker.activeMutant = activeMutant.id
    const asked = testFilter === undefined ? tests : tests.filter(({ name }) => testFilter.includes(name))
    const results =
      failure === undefined ? await untilOneFails(asked) : [failed({ name: 'loading the program' }, failure)]
    stryker.activeMutant = undefined
    if (actsOnLoading) tests = []
    return toMutantRunResult(
      determineHitLimitReached(stryker.hitCount, hitLimit) ?? { status: 'complete', tests: results },
    )
  }
}

async function untilOneFails(tests) {
  const results = []
  for (const test of tests) {
    results.push(await resultOf(test))
    if (results.at(-1).status === TestStatus.Failed) break
  }
  return results
}

async function resultOf(test) {
  const start = performance.now()
  const failure = await failureOf(test.body)
  const timeSpentMs = performance.now() - start
  if (failure !== undefined) return failed(test, failure, timeSpentMs)
  return { id: test.name, name: test.name, timeSpentMs, status: TestStatus.Success }
}

function failed({ name }, failure, timeSpentMs = 0) {
  return { id: name, name, timeSpentMs, status: TestStatus.Failed, failureMessage: String(failure?.message ?? failure) }
}

async function failureOf(body) {
  try {
    await body()
    return undefined
  } catch (error) {
    return error ?? new Error('thrown without a reason')
  }
}

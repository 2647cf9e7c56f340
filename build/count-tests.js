// Prints one line, `N passed, N failed, N skipped`, from the JSON report of a test run, for systems that read totals.
import { readFile } from 'node:fs/promises'

const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(await readFile(process.argv[2], 'utf8'))
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)

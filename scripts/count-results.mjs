/**
 * What a finished tool left behind: its exit code (null: killed), everything it printed, and its report file's text.
 *
 * @typedef {{ exitCode: number | null, output: string, report: string }} Outcome
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** @type {(text: string) => string} */
const lastLine = (text) => text.trimEnd().split('\n').at(-1) ?? ''

/** A tool that judges as a whole: one check. @type {(outcome: Outcome) => Counts} */
export const countExitCode = ({ exitCode }) => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** A tool that ends with `N passed, N failed`. @type {(outcome: Outcome) => Counts} */
export const countLastLine = ({ output }) => {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lastLine(output)) ?? []
  if (passed === undefined || failed === undefined) throw new Error('The last line does not count passed and failed.')
  return { passed: Number(passed), failed: Number(failed) }
}

/**
 * Vitest's JSON reporter. A file that could not be loaded has no tests; it counts as one that failed.
 *
 * @type {(outcome: Outcome) => Counts}
 */
export const countVitest = ({ report }) => {
  /** @type {{ numTotalTests: number, numPassedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
  const { numTotalTests, numPassedTests, testResults } = JSON.parse(report)
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + unloaded.length }
}

/**
 * Playwright's JSON reporter. `errors` are those outside of any test.
 *
 * @type {(outcome: Outcome) => Counts}
 */
export const countPlaywright = ({ report }) => {
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} */
  const { stats, errors } = JSON.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length }
}

/**
 * The counts of one suite. A tool that crashed, left no readable report or ran nothing has failed once, whatever it
 * says itself.
 *
 * @param {(outcome: Outcome) => Counts} count
 * @param {Outcome} outcome
 * @returns {Counts}
 */
export const judge = (count, outcome) => {
  const counts = countOrNothing(count, outcome)
  const unexplained = counts.failed === 0 && (outcome.exitCode !== 0 || counts.passed === 0)
  return unexplained ? { ...counts, failed: 1 } : counts
}

/** @type {(count: (outcome: Outcome) => Counts, outcome: Outcome) => Counts} */
const countOrNothing = (count, outcome) => {
  try {
    return count(outcome)
  } catch {
    return { passed: 0, failed: 0 }
  }
}

/** @type {(all: readonly Counts[]) => Counts} */
export const sum = (all) =>
  all.reduce((total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }), {
    passed: 0,
    failed: 0,
  })

/** @type {(counts: Counts) => string} */
export const countsLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

import { expect, test } from 'vitest'
import {
  countExitCode,
  countLastLine,
  countPlaywright,
  countsLine,
  countVitest,
  judge,
  type Outcome,
  sum,
} from './count-results.mjs'

const outcome = (part: Partial<Outcome>): Outcome => ({ exitCode: 0, output: '', report: '', ...part })

const vitestReport = (numTotalTests: number, numPassedTests: number, files: readonly (readonly [string, number])[]) =>
  JSON.stringify({
    numTotalTests,
    numPassedTests,
    testResults: files.map(([status, tests]) => ({
      status,
      assertionResults: Array.from({ length: tests }, () => ({})),
    })),
  })

const playwrightReport = (stats: object, errors: readonly object[] = []) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors })

test('a tool that judges as a whole is one check', () => {
  expect(countExitCode(outcome({ exitCode: 0 }))).toEqual({ passed: 1, failed: 0 })
  expect(countExitCode(outcome({ exitCode: 2 }))).toEqual({ passed: 0, failed: 1 })
  expect(countExitCode(outcome({ exitCode: null }))).toEqual({ passed: 0, failed: 1 })
})

test('the last line is read, trailing empty lines aside', () => {
  expect(countLastLine(outcome({ output: '1 passed, 9 failed\n47 passed, 1 failed\n\n' }))).toEqual({
    passed: 47,
    failed: 1,
  })
})

test('a skipped unit test counts as failed', () => {
  expect(countVitest(outcome({ report: vitestReport(5, 4, [['passed', 5]]) }))).toEqual({ passed: 4, failed: 1 })
})

test('a test file that could not be loaded counts as one that failed', () => {
  const report = vitestReport(3, 2, [
    ['failed', 0],
    ['failed', 3],
  ])
  expect(countVitest(outcome({ report }))).toEqual({ passed: 2, failed: 2 })
})

test('a skipped or flaky end-to-end test and an error outside of tests count as failed', () => {
  const report = playwrightReport({ expected: 6, unexpected: 1, flaky: 1, skipped: 1 }, [{}])
  expect(countPlaywright(outcome({ report }))).toEqual({ passed: 6, failed: 4 })
})

test('a tool without a readable report has failed once', () => {
  expect(judge(countVitest, outcome({ exitCode: 1, report: '' }))).toEqual({ passed: 0, failed: 1 })
  expect(judge(countLastLine, outcome({ output: 'Segmentation fault' }))).toEqual({ passed: 0, failed: 1 })
})

test('a tool that ran nothing has failed once', () => {
  expect(judge(countLastLine, outcome({ output: '0 passed, 0 failed' }))).toEqual({ passed: 0, failed: 1 })
  expect(judge(countPlaywright, outcome({ report: playwrightReport({}) }))).toEqual({ passed: 0, failed: 1 })
})

test('a tool that reports no failure and exits with an error has failed once', () => {
  const report = vitestReport(3, 3, [['passed', 3]])
  expect(judge(countVitest, outcome({ exitCode: 1, report }))).toEqual({ passed: 3, failed: 1 })
})

test('a failure that is counted is not counted again for the exit code', () => {
  expect(judge(countLastLine, outcome({ exitCode: 1, output: '2 passed, 3 failed' }))).toEqual({ passed: 2, failed: 3 })
  expect(judge(countExitCode, outcome({ exitCode: 1 }))).toEqual({ passed: 0, failed: 1 })
})

test('the sum of all suites is the last line', () => {
  const total = sum([
    { passed: 1, failed: 0 },
    { passed: 40, failed: 2 },
  ])
  expect(countsLine(total)).toBe('41 passed, 2 failed')
  expect(sum([])).toEqual({ passed: 0, failed: 0 })
})

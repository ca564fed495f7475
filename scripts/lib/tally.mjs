// What a test run amounts to: `N passed, N failed`.

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/**
 * @typedef {{ numPassedTests?: number, numFailedTests?: number, numPendingTests?: number, numTodoTests?: number,
 *   testResults?: { status?: string, assertionResults?: unknown[] }[] }} VitestReport
 */

/**
 * The sum of a Vitest JSON report. A file that broke before its first test counts as one failure, as does a run that
 * failed (or reported nothing) without a failing test.
 * @param {VitestReport | null} report null when there is none
 * @param {number} exitCode of Vitest
 * @returns {Tally}
 */
export function tallyReport(report, exitCode) {
  const files = report?.testResults ?? []
  const brokenFiles = files.filter((file) => file.status === 'failed' && (file.assertionResults ?? []).length === 0)
  const passed = report?.numPassedTests ?? 0
  const failed = (report?.numFailedTests ?? 0) + brokenFiles.length
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const nothingRan = passed + failed === 0
  return { passed, failed: failed === 0 && (exitCode !== 0 || nothingRan) ? 1 : failed, skipped }
}

/** @param {Tally} tally */
export function tallyLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** What one part of a larger run left. @typedef {{ output: string, exitCode: number }} Part */

/**
 * The sum over several runs, each read from the last tally line of its output. A run without such a line, or one that
 * failed without a counted failure, counts as one failure.
 * @param {Part[]} parts
 * @returns {Tally}
 */
export function sumParts(parts) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { output, exitCode } of parts) {
    const line = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/gm)].at(-1)
    const failed = Number(line?.[2] ?? 1)
    sum.passed += Number(line?.[1] ?? 0)
    sum.failed += failed === 0 && exitCode !== 0 ? 1 : failed
    sum.skipped += Number(line?.[3] ?? 0)
  }
  return sum
}

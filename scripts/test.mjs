// `npm test`: installs what the tests need, runs them all, and says last `N passed, N failed`. Any Node from 18 on.
//   node scripts/test.mjs [words]     only test files whose path holds one of the words; Vitest's options pass through
//   --e2e   the full browser matrix   --soak   the long runs   --no-install   installs nothing
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localBin, nodeForRaccord, root } from './lib/checkout.mjs'
import { ensureDebianPackages, switchPackages, testPackages } from './lib/debian.mjs'
import { ensureNpmPackages, ensureWebClient } from './lib/npm.mjs'
import { startThrowAwayPostgres } from './lib/postgres.mjs'
import { runThrough } from './lib/run.mjs'
import { tallyLine, tallyReport } from './lib/tally.mjs'

const own = ['--e2e', '--soak', '--no-install']
const args = process.argv.slice(2)
const mayInstall = !args.includes('--no-install')
const projects = args.includes('--soak') ? ['soak'] : args.includes('--e2e') ? ['e2e'] : ['unit', 'real', 'e2e']

let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true
  })
}

/** Everything the tests need, made ready; false when something could not be. */
async function prepare() {
  if (!(await ensureNpmPackages({ mayInstall }))) return false
  const missing = await ensureDebianPackages([...switchPackages, ...testPackages], { mayInstall })
  return (await ensureWebClient()) && missing.length === 0
}

/** @param {Record<string, string>} environment @returns {Promise<import('./lib/tally.mjs').Tally>} */
async function runVitest(environment) {
  const folder = mkdtempSync(join(tmpdir(), 'raccord-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const filters = args.filter((arg) => !own.includes(arg))
  const node = nodeForRaccord() ?? process.execPath
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`
  const command = [localBin('vitest'), 'run', ...projects.flatMap((name) => ['--project', name]), ...reporters]
  const code = await runThrough(node, [...command, ...filters], {
    cwd: root,
    env: { ...process.env, ...environment, PATH: path },
  })
  const read = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  rmSync(folder, { recursive: true, force: true })
  return tallyReport(read, code)
}

/** PostgreSQL for the tests: the one that the caller names, or one of our own. */
async function startDatabase() {
  const url = process.env.TEST_POSTGRES_URL
  return url ? { url, stop: async () => {} } : startThrowAwayPostgres()
}

/** @returns {Promise<import('./lib/tally.mjs').Tally>} */
async function runAll() {
  let ready = await prepare()
  /** @type {Record<string, string>} */
  const environment = args.includes('--e2e') ? { TEST_E2E: 'full' } : {}
  const database = await startDatabase().catch((error) => {
    console.error(error.message)
    return null
  })
  if (database === null) ready = false
  else environment.TEST_POSTGRES_URL = database.url
  try {
    const tally = interrupted ? { passed: 0, failed: 1, skipped: 0 } : await runVitest(environment)
    // What is missing may hide tests that would fail: it counts as a failure of its own.
    return ready ? tally : { ...tally, failed: tally.failed + 1 }
  } finally {
    await database?.stop()
  }
}

const tally = await runAll()
console.log(`\n${tallyLine(tally)}`)
process.exit(interrupted ? 130 : tally.failed > 0 ? 1 : 0)

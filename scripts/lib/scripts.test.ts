import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { npmPackagesAreFresh, stampNpmPackages, stampWebClient, webClientIsFresh } from './checkout.mjs'
import { installCommand, isDebian, missingPackages } from './debian.mjs'
import { sumParts, tallyLine, tallyReport } from './tally.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raccord-scripts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes a file with a modification time, in seconds. */
function put(path: string, content: string, time: number): void {
  const file = join(folder, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, content)
  utimesSync(file, time, time)
}

test('packages that dpkg does not know, or only remembers, are missing', () => {
  const output = 'kamailio installed\nkamailio-tls-modules config-files\nsqlite3 installed\nsqlite3 installed\n'
  const wanted = ['kamailio', 'kamailio-tls-modules', 'rtpengine-daemon', 'sqlite3']
  expect(missingPackages(wanted, output)).toEqual(['kamailio-tls-modules', 'rtpengine-daemon'])
  expect(missingPackages(wanted, '')).toEqual(wanted)
})

test('the command for a person can be pasted into a shell, whatever the folder is called', () => {
  expect(installCommand(['kamailio', 'sqlite3'], '/srv/raccord')).toBe(
    'sudo sh /srv/raccord/scripts/install-debian.sh kamailio sqlite3',
  )
  expect(installCommand(['kamailio'], "/srv/l'été")).toBe("sudo sh '/srv/l'\\''été/scripts/install-debian.sh' kamailio")
})

test.each([
  ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n', true],
  ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', true],
  ['ID=fedora\nID_LIKE="rhel"\nHOME_URL="https://debian.org"\n', false],
  ['', false],
])('%j: made of Debian packages? %s', (osRelease, expected) => {
  expect(isDebian(osRelease)).toBe(expected)
})

test('npm packages are fresh after our installation, stale after the lock file changed, fresh after one by hand', () => {
  expect(npmPackagesAreFresh(folder)).toBe(false)
  put('package-lock.json', 'one', 2000)
  expect(npmPackagesAreFresh(folder)).toBe(false)
  put('node_modules/.package-lock.json', '{}', 1000)
  expect(npmPackagesAreFresh(folder)).toBe(false)
  stampNpmPackages(folder)
  expect(npmPackagesAreFresh(folder)).toBe(true)
  put('package-lock.json', 'two', 3000)
  expect(npmPackagesAreFresh(folder)).toBe(false)
  put('node_modules/.package-lock.json', '{}', 4000)
  expect(npmPackagesAreFresh(folder)).toBe(true)
  // Back to the first lock file: its stamp was of another installation.
  put('package-lock.json', 'one', 5000)
  expect(npmPackagesAreFresh(folder)).toBe(false)
})

test('the web client is stale when a source changed, came or went, and not for a test', () => {
  put('src/web/a.tsx', '1', 1000)
  put('dist/index.html', '', 1000)
  expect(webClientIsFresh(folder)).toBe(false)
  stampWebClient(folder)
  expect(webClientIsFresh(folder)).toBe(true)
  put('src/web/a.test.tsx', '1', 1000)
  expect(webClientIsFresh(folder)).toBe(true)
  put('src/web/a.tsx', '2', 2000)
  expect(webClientIsFresh(folder)).toBe(false)
  stampWebClient(folder)
  put('src/i18n/fr.json', '{}', 1000)
  expect(webClientIsFresh(folder)).toBe(false)
  stampWebClient(folder)
  rmSync(join(folder, 'src/web/a.tsx'))
  expect(webClientIsFresh(folder)).toBe(false)
})

test.each([
  [
    'tests are counted',
    { numPassedTests: 3, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 },
    1,
    '3 passed, 2 failed, 2 skipped',
  ],
  ['success has no word of skipping', { numPassedTests: 3 }, 0, '3 passed, 0 failed'],
  ['no report is a failure', null, 1, '0 passed, 1 failed'],
  ['no test is a failure', { numPassedTests: 0 }, 0, '0 passed, 1 failed'],
  ['an error outside of tests is a failure', { numPassedTests: 3 }, 1, '3 passed, 1 failed'],
  [
    'a file that broke before its tests is a failure',
    {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    },
    1,
    '3 passed, 2 failed',
  ],
])('%s', (_, report, exitCode, line) => {
  expect(tallyLine(tallyReport(report, exitCode))).toBe(line)
})

test('the sum over several runs takes the last line of each, and counts a run without one as a failure', () => {
  const parts = [
    { output: 'x\n1 passed, 1 failed\nmore\n4 passed, 0 failed\n', exitCode: 0 },
    { output: '\n10 passed, 2 failed, 3 skipped\n\n', exitCode: 1 },
    { output: '7 passed, 0 failed\n', exitCode: 1 },
    { output: 'Killed', exitCode: 137 },
  ]
  expect(sumParts(parts)).toEqual({ passed: 21, failed: 4, skipped: 3 })
})

/** A process that runs `script` through runThrough, as bin/raccord.mjs does. */
function through(script: string) {
  const run = new URL('./run.mjs', import.meta.url).href
  const code = `import(${JSON.stringify(run)}).then(async ({ runThrough }) =>
    process.exit(await runThrough(process.execPath, ['-e', ${JSON.stringify(script)}])))`
  return spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'pipe'] })
}

test('the exit code of the program is kept', async () => {
  expect((await once(through('process.exit(42)'), 'exit'))[0]).toBe(42)
})

test.each([
  ['SIGTERM', 5],
  ['SIGINT', 6],
] as const)('%s reaches the program, which ends in its own way', async (signal, code) => {
  const child = through(
    `process.on('${signal}', () => process.exit(${code})); console.log('up'); setInterval(() => {}, 1000)`,
  )
  await once(child.stdout, 'data')
  child.kill(signal)
  expect((await once(child, 'exit'))[0]).toBe(code)
})

test('a program that a signal ended gives the code that a shell gives', async () => {
  expect((await once(through(`process.kill(process.pid, 'SIGKILL')`), 'exit'))[0]).toBe(137)
})

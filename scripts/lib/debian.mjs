// The Debian packages that Raccord and its tests need: which are missing, and how to get them.
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './checkout.mjs'
import { runThrough } from './run.mjs'

const modules = ['sqlite', 'postgres', 'tls', 'websocket', 'presence', 'json', 'outbound', 'utils', 'xml', 'extra']

/** What the switch needs. */
export const switchPackages = ['kamailio', ...modules.map((name) => `kamailio-${name}-modules`), 'rtpengine-daemon']
/** What the demonstration needs besides: a real softphone. */
export const demoPackages = ['linphone-cli']
/** What the tests need besides. */
export const testPackages = [
  'chromium',
  'sip-tester',
  'baresip-core',
  'linphone-cli',
  'nginx-light',
  'sqlite3',
  'postgresql',
]

/** Does /etc/os-release describe Debian or something made from it? @param {string} osRelease */
export function isDebian(osRelease) {
  return /^ID(_LIKE)?=.*\bdebian\b/m.test(osRelease)
}

/**
 * The wanted packages that dpkg does not call installed.
 * @param {string[]} wanted
 * @param {string} dpkgOutput lines "<package> <status>", as queryFormat asks for
 */
export function missingPackages(wanted, dpkgOutput) {
  const installed = new Set()
  for (const line of dpkgOutput.split('\n')) {
    const [name, status] = line.split(' ')
    if (status === 'installed') installed.add(name)
  }
  return wanted.filter((name) => !installed.has(name))
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are dpkg-query's
const queryFormat = '${Package} ${db:Status-Status}\n'

/** The command that a person runs as root to get the packages. @param {string[]} packages @param {string} [folder] */
export function installCommand(packages, folder = root) {
  const script = join(folder, 'scripts', 'install-debian.sh')
  const quoted = /^[\w./-]+$/.test(script) ? script : `'${script.replaceAll("'", "'\\''")}'`
  return `sudo sh ${quoted} ${packages.join(' ')}`
}

/** How this process can become root: nothing to add, sudo without a password, or not at all (null). */
function rootPrefix() {
  if (process.getuid?.() === 0) return []
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
  return sudo.status === 0 ? ['sudo', '-n'] : null
}

/** @param {string[]} wanted */
async function findMissing(wanted) {
  // dpkg-query exits 1 when it does not know one of them, and still lists the others.
  const query = promisify(execFile)('dpkg-query', ['-W', '-f', queryFormat, ...wanted])
  const { stdout } = await query.catch((error) => ({ stdout: String(error.stdout ?? '') }))
  return missingPackages(wanted, stdout)
}

/**
 * Installs what is missing of the wanted packages, saying so first. Resolves to the packages that are still missing:
 * not allowed, no way to become root, or apt failed; each case is explained on stderr.
 * @param {string[]} wanted
 * @param {{ mayInstall: boolean }} options
 * @returns {Promise<string[]>}
 */
export async function ensureDebianPackages(wanted, { mayInstall }) {
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  if (!isDebian(osRelease)) {
    console.error(`This is not Debian: install these yourself (package names of Debian 12): ${wanted.join(' ')}`)
    return []
  }
  const missing = await findMissing(wanted)
  if (missing.length === 0) return []
  if (!mayInstall) return explain(missing, 'Missing Debian packages')
  const prefix = rootPrefix()
  if (prefix === null) return explain(missing, 'Missing Debian packages, and this user may not install them')
  console.log(`Installing these Debian packages (their own services will not be started): ${missing.join(' ')}`)
  const command = [...prefix, 'sh', join(root, 'scripts', 'install-debian.sh'), ...missing]
  await runThrough(command[0] ?? 'sh', command.slice(1))
  const still = await findMissing(missing)
  return still.length === 0 ? [] : explain(still, 'apt could not install these packages (its message stands above)')
}

/** @param {string[]} missing @param {string} what */
function explain(missing, what) {
  console.error(`${what}: ${missing.join(' ')}\nTo install them, run:\n\n  ${installCommand(missing)}\n`)
  return missing
}

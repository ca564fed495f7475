// Where things stand in this checkout, and whether what was made from them is still up to date.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Path of a program in node_modules/.bin. @param {string} name @param {string} [folder] */
export function localBin(name, folder = root) {
  return join(folder, 'node_modules', '.bin', name)
}

/**
 * The Node that runs Raccord: the one of node_modules, else the running one when it is new enough, else null.
 * @param {string} [folder]
 */
export function nodeForRaccord(folder = root) {
  const own = localBin('node', folder)
  if (existsSync(own)) return own
  const major = Number(process.versions.node.split('.')[0])
  return major >= 24 && existsSync(join(folder, 'node_modules')) ? process.execPath : null
}

/**
 * Options of the Node that runs Raccord. Telephones come as short connections: with V8's own choice of space for young objects the process stood at
 * 367 MB after 100,000 of them, with this one at 239 MB (docs/performance.md).
 */
export const nodeOptions = ['--max-semi-space-size=4']

/**
 * Environment of the Node that runs Raccord: it keeps the programs that it has compiled, which halves the time and a third of the memory that loading
 * the catalog takes (`npm run bench -- render`). In a folder of our own: in the one for temporary files somebody else could put programs in their place.
 */
export const nodeEnvironment = {
  ...process.env,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
}

/** @param {string} folder */
const stampFile = (folder) => join(folder, 'node_modules', '.raccord-installed')

/**
 * What identifies an installation: the lock file's content and the moment npm wrote node_modules.
 * Null when npm has not installed here. @param {string} folder
 */
function installationStamp(folder) {
  const written = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(written)) return null
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
  return `${lock} ${statSync(written).mtimeMs}`
}

/** True when node_modules was installed from the present package-lock.json. @param {string} [folder] */
export function npmPackagesAreFresh(folder = root) {
  const stamp = installationStamp(folder)
  if (stamp === null) return false
  if (existsSync(stampFile(folder)) && readFileSync(stampFile(folder), 'utf8') === stamp) return true
  // Installed by hand: npm writes its own record after it has read the lock file.
  const record = statSync(join(folder, 'node_modules', '.package-lock.json')).mtimeMs
  return record >= statSync(join(folder, 'package-lock.json')).mtimeMs
}

/** Remembers that node_modules belongs to the present lock file. @param {string} [folder] */
export function stampNpmPackages(folder = root) {
  writeFileSync(stampFile(folder), installationStamp(folder) ?? '')
}

const webSources = [
  'src/web',
  'src/contract',
  'src/i18n',
  'src/domain',
  'vite.config.ts',
  'vite.webphone.config.ts',
  'package-lock.json',
]
/** @param {string} folder */
const webStamp = (folder) => join(folder, 'dist', '.built')

/** A fingerprint of all sources of the web client: names, sizes and times. @param {string} folder */
function webFingerprint(folder) {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = (path) => {
    const full = join(folder, path)
    if (!existsSync(full)) return
    const stat = statSync(full)
    if (stat.isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`)
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
  }
  for (const source of webSources) add(source)
  return hash.digest('hex')
}

/** True when dist/ was built from the present sources. @param {string} [folder] */
export function webClientIsFresh(folder = root) {
  return existsSync(webStamp(folder)) && readFileSync(webStamp(folder), 'utf8') === webFingerprint(folder)
}

/** Remembers the sources that dist/ was built from. @param {string} [folder] */
export function stampWebClient(folder = root) {
  writeFileSync(webStamp(folder), webFingerprint(folder))
}

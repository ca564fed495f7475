// The npm packages and the web client: made when they are missing or older than what they are made from.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  localBin,
  nodeForRaccord,
  npmPackagesAreFresh,
  root,
  stampNpmPackages,
  stampWebClient,
  webClientIsFresh,
} from './checkout.mjs'
import { runThrough } from './run.mjs'

const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']

/**
 * Installs the npm packages when needed. Resolves to false when they are missing and may not or could not be installed.
 * @param {{ mayInstall: boolean }} options
 */
export async function ensureNpmPackages({ mayInstall }) {
  if (npmPackagesAreFresh()) return true
  if (!mayInstall) {
    console.error('The npm packages are missing or older than package-lock.json. Run: npm ci --ignore-scripts')
    return false
  }
  console.log('Installing the npm packages of package-lock.json into node_modules …')
  // Node 20 and older only get warnings about engines here; nothing but npm itself runs on them.
  const code = await runThrough('npm', [...install, '--loglevel=error'], { cwd: root })
  if (code !== 0) {
    console.error('npm could not install the packages (its message stands above). Once cured, start again.')
    return false
  }
  stampNpmPackages()
  return true
}

/** Builds the web client into dist/ when needed. Resolves to false when that failed. */
export async function ensureWebClient() {
  if (!existsSync(join(root, 'vite.config.ts')) || webClientIsFresh()) return true
  if (!existsSync(localBin('vite'))) {
    if (existsSync(join(root, 'dist'))) return true
    console.error('The web client is not built, and vite is not installed. Run: npm ci --ignore-scripts')
    return false
  }
  console.log('Building the web client …')
  const code = await runThrough(
    nodeForRaccord() ?? process.execPath,
    [localBin('vite'), 'build', '--logLevel', 'warn'],
    { cwd: root },
  )
  if (code === 0) stampWebClient()
  else console.error('The web client could not be built (the message stands above).')
  return code === 0
}

// `npm run check`: every check that needs no running part. Writes nothing into the checkout. Any Node from 18 on.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { localBin, nodeForRaccord, root } from './lib/checkout.mjs'
import { ensureNpmPackages } from './lib/npm.mjs'
import { collect } from './lib/run.mjs'
import { tallyLine } from './lib/tally.mjs'

/** @typedef {{ name: string, args: string[] }} Check what Node is given */
const tsc = join(root, 'node_modules/typescript7/bin/tsc')
/** @type {Check[]} */
const checks = [
  { name: 'types (server, tests, scripts)', args: [tsc, '-p', 'tsconfig.json'] },
  { name: 'types (web)', args: [tsc, '-p', 'tsconfig.web.json'] },
  { name: 'style and lint (biome)', args: [localBin('biome'), 'check', '--error-on-warnings'] },
  {
    name: 'walls between the parts (dependency-cruiser)',
    args: [localBin('depcruise'), 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  },
  { name: 'nothing unused (knip)', args: [localBin('knip'), '--no-progress'] },
]
if (existsSync(join(root, 'scripts/generate.ts'))) {
  checks.push({ name: 'generated files are up to date', args: ['scripts/generate.ts', '--check'] })
}

/** Runs the checks, two at a time, and prints each result as it comes. @param {string} node */
async function runChecks(node) {
  const waiting = [...checks]
  /** @type {string[]} */
  const failed = []
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = Date.now()
      const { code, output } = await collect(node, check.args)
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`)
      if (code !== 0) {
        failed.push(check.name)
        console.log(output.trimEnd().replace(/^/gm, '    '))
      }
    }
  }
  await Promise.all([worker(), worker()])
  return failed
}

if (!(await ensureNpmPackages({ mayInstall: true }))) process.exit(1)
const failed = await runChecks(nodeForRaccord() ?? process.execPath)
if (failed.length > 0) console.log(`\nFailed: ${failed.join(' · ')}`)
console.log(tallyLine({ passed: checks.length - failed.length, failed: failed.length, skipped: 0 }))
process.exit(failed.length > 0 ? 1 : 0)

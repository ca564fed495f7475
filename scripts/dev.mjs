// `npm run dev`: the server, started anew at each change, and Vite's development server, in one terminal.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { localBin, nodeEnvironment, nodeForRaccord, nodeOptions, root } from './lib/checkout.mjs'
import { demoPackages, ensureDebianPackages, switchPackages } from './lib/debian.mjs'
import { ensureNpmPackages } from './lib/npm.mjs'

const args = process.argv.slice(2)
if (!(await ensureNpmPackages({ mayInstall: true }))) process.exit(1)
await ensureDebianPackages(args.includes('--demo') ? [...switchPackages, ...demoPackages] : switchPackages, {
  mayInstall: true,
})
const node = nodeForRaccord() ?? process.execPath

/** @param {string} name @param {string[]} args */
function launch(name, args) {
  const child = spawn(node, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...nodeEnvironment, FORCE_COLOR: '1' },
  })
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`${name} │ ${line}`))
  }
  return child
}

const children = [
  launch('server', [...nodeOptions, '--watch', '--watch-preserve-output', join(root, 'src/main.ts'), 'start', ...args]),
  launch('web   ', [localBin('vite')]),
]
let ending = false
/** Ends both: one without the other is of no use. */
function end() {
  if (ending) return
  ending = true
  for (const child of children) child.kill('SIGTERM')
}
for (const child of children) child.on('exit', end)
process.on('SIGINT', end)
process.on('SIGTERM', end)

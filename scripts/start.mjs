// `npm start`: installs what is missing, builds the web client, then runs `raccord start`. Any Node from 18 on.
import { join } from 'node:path'
import { nodeEnvironment, nodeForRaccord, nodeOptions, root } from './lib/checkout.mjs'
import { demoPackages, ensureDebianPackages, switchPackages } from './lib/debian.mjs'
import { ensureNpmPackages, ensureWebClient } from './lib/npm.mjs'
import { runThrough } from './lib/run.mjs'

const args = process.argv.slice(2)
const mayInstall = !args.includes('--no-install')
const packages = args.includes('--demo') ? [...switchPackages, ...demoPackages] : switchPackages

if (!(await ensureNpmPackages({ mayInstall }))) process.exit(1)
await ensureDebianPackages(packages, { mayInstall })
if (!(await ensureWebClient())) process.exit(1)

const node = nodeForRaccord()
if (node === null) {
  console.error('There is no Node 24 for this machine among the npm packages. Install Node 24 and start again.')
  process.exit(1)
}
const rest = args.filter((arg) => arg !== '--no-install')
const command = [...nodeOptions, join(root, 'src/main.ts'), 'start', ...rest]
process.exit(await runThrough(node, command, { env: nodeEnvironment }))

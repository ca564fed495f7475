#!/usr/bin/env node
// The `raccord` command. Any Node from 18 on may run this file; the program itself runs on the Node 24 of node_modules.
import { fileURLToPath } from 'node:url'
import { nodeEnvironment, nodeForRaccord, nodeOptions } from '../scripts/lib/checkout.mjs'
import { runThrough } from '../scripts/lib/run.mjs'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const node = nodeForRaccord()
if (node === null) {
  console.error('Raccord is not installed yet: run "npm start" or "npm ci --ignore-scripts" in its folder first.')
  process.exit(1)
}
process.exit(await runThrough(node, [...nodeOptions, main, ...process.argv.slice(2)], { env: nodeEnvironment }))

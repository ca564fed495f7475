// What .ci/run calls: the checks and all tests; the last line is the sum over both.
import { spawn } from 'node:child_process'
import { root } from './lib/checkout.mjs'
import { exitCode } from './lib/run.mjs'
import { sumParts, tallyLine } from './lib/tally.mjs'

/**
 * Runs an npm script, showing and keeping what it prints.
 * @param {string[]} args
 * @returns {Promise<import('./lib/tally.mjs').Part>}
 */
function npm(args) {
  return new Promise((resolve) => {
    const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (text) => {
      process.stdout.write(text)
      output += text
    })
    child.on('error', (error) => resolve({ output: error.message, exitCode: 127 }))
    child.on('close', (code, signal) => resolve({ output, exitCode: exitCode(code, signal) }))
  })
}

const parts = [await npm(['run', 'check']), await npm(['test'])]
const sum = sumParts(parts)
console.log(`\n${tallyLine({ ...sum, skipped: 0 })}`)
process.exit(sum.failed > 0 ? 1 : 0)

// Child processes: run one with our terminal, or collect what it says.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './checkout.mjs'

/** @type {NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** The exit code that a shell would report. @param {number | null} code @param {NodeJS.Signals | null} signal */
export function exitCode(code, signal) {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal])
}

/**
 * Runs a program in our place: same terminal, signals passed on; resolves to its exit code (128 + n after a signal,
 * 127 when it cannot be started).
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runThrough(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      // At a terminal, Ctrl-C reaches the whole process group already: a second SIGINT would read as "at once".
      if (signal !== 'SIGINT' || !atTerminal) child.kill(signal)
    }
    for (const signal of passedOn) process.on(signal, pass)
    /** @param {number} code */
    const end = (code) => {
      for (const signal of passedOn) process.off(signal, pass)
      resolve(code)
    }
    child.on('error', (error) => {
      console.error(`Cannot run ${command}: ${error.message}`)
      end(127)
    })
    child.on('exit', (code, signal) => end(exitCode(code, signal)))
  })
}

/**
 * Runs a program in the checkout and collects its output (both streams in order of arrival).
 * @param {string} command @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
export function collect(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), output }))
  })
}

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { nodeEnvironment } from '../../scripts/lib/checkout.mjs'
import { modelsWithFiles, sampleSpec } from '../support/readers/sample.ts'

/**
 * What the catalog costs: one rendering of each model with all its lines, keys and modules in use, and loading it in a fresh process.
 * Loading is that of a program that was started before, as `raccord` is: Node keeps what it has compiled. Each model is rendered until the compiler has seen it, then timed; the figure is the median over the models of each model's median.
 */

const warmUp = 20
const timed = 40
const loads = 7
const bars = { median: 0.5, load: 150, rss: 40 }

export async function run(): Promise<boolean> {
  const { renderAll } = await import('#catalog/index.ts')
  const times = modelsWithFiles.map((model) => {
    const spec = sampleSpec(model)
    for (let round = 0; round < warmUp; round++) renderAll(spec)
    const own = Array.from({ length: timed }, () => {
      const start = performance.now()
      renderAll(spec)
      return performance.now() - start
    })
    return { id: model.id, ms: middle(own) }
  })
  const slowest = [...times].sort((a, b) => b.ms - a.ms).slice(0, 3)
  console.log(
    `${times.length} models; the slowest: ${slowest.map(({ id, ms }) => `${id} ${ms.toFixed(2)} ms`).join(', ')}`,
  )
  loadOnce()
  const loaded = Array.from({ length: loads }, loadOnce)
  const figures = {
    median: middle(times.map(({ ms }) => ms)),
    load: middle(loaded.map(({ ms }) => ms)),
    rss: middle(loaded.map(({ bytes }) => bytes)) / 1_048_576,
  }
  console.log(`figure render.median ${figures.median.toFixed(3)} ms`)
  console.log(`figure catalog.load ${figures.load.toFixed(0)} ms`)
  console.log(`figure catalog.rss ${figures.rss.toFixed(1)} MB`)
  return figures.median <= bars.median && figures.load <= bars.load && figures.rss <= bars.rss
}

function loadOnce(): { ms: number; bytes: number } {
  const program = join(import.meta.dirname, 'render', 'load.ts')
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', program], { encoding: 'utf8', env: nodeEnvironment }),
  )
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Microseconds of server CPU per request, one value a repeat. */
export interface Series {
  /** nginx, a new TLS connection for each request. */
  nginx: number[]
  /** node:https alone, in the same way: one answer from memory, without look-up and row. */
  bare: number[]
  /** Raccord in the same way: 1,000 devices that were not changed. */
  cached: number[]
  /** Each device changed since its last fetch. */
  cold: number[]
  /** 100,000 devices, each asked once in its turn. */
  many: number[]
  /** Connections that are kept. */
  nginxKept: number[]
  bareKept: number[]
  kept: number[]
}

const bars = { handshake: 1.6, cold: 2.5, scale: 1.25, rss: 300 }

/** Prints all figures, the agreed ones last; true when each keeps its bar. */
export function printFigures(series: Series, used: { rss: number; peak: number; fetches: number }): boolean {
  const whole = (value: number) => value.toFixed(0)
  for (const [name, values] of Object.entries<number[]>({ ...series }))
    console.log(`us per request, ${name}: ${whole(median(values))} (${values.map(whole).join(' ')})`)
  const ratios = {
    handshake: [series.cached, series.nginx],
    cold: [series.cold, series.nginx],
    keepalive: [series.kept, series.nginxKept],
    // Like with like: in both each body is rendered anew, since no cache that keeps its bound holds those of 100,000 devices.
    scale: [series.many, series.cold],
    // The same against 1,000 devices whose bodies are in the cache: what an installation pays that has outgrown it.
    uncached: [series.many, series.cached],
    bare: [series.bare, series.nginx],
    overBare: [series.cached, series.bare],
  } as const
  for (const [name, [ours, theirs]] of Object.entries(ratios)) {
    const each = ours.map((value, i) => value / (theirs[i] ?? Number.NaN))
    console.log(`spread of ${name}: ${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)} x`)
  }
  console.log(`rss after ${used.fetches} fetches ${used.rss.toFixed(0)} MB, peak ${used.peak.toFixed(0)} MB`)
  const ratio = ([ours, theirs]: readonly [number[], number[]]) => median(ours) / median(theirs)
  const missed = [
    figure('handshake.ratio', ratio(ratios.handshake), 'x', bars.handshake),
    figure('cold.ratio', ratio(ratios.cold), 'x', bars.cold),
    figure('keepalive.ratio', ratio(ratios.keepalive), 'x', Number.POSITIVE_INFINITY),
    figure('uncached.ratio', ratio(ratios.uncached), 'x', Number.POSITIVE_INFINITY),
    figure('bare.ratio', ratio(ratios.bare), 'x', Number.POSITIVE_INFINITY),
    figure('over-bare.ratio', ratio(ratios.overBare), 'x', Number.POSITIVE_INFINITY),
    figure('scale.ratio', ratio(ratios.scale), 'x', bars.scale),
    figure('rss', used.rss, 'MB', bars.rss),
  ].filter((sentence) => sentence !== null)
  for (const sentence of missed) console.error(sentence)
  return missed.length === 0
}

/** Prints one figure; a sentence when it misses its bar. */
function figure(name: string, value: number, unit: 'x' | 'MB', bar: number): string | null {
  const shown = value.toFixed(unit === 'x' ? 2 : 0)
  console.log(`figure provisioning.${name} ${shown} ${unit}`)
  return value <= bar ? null : `provisioning.${name} is ${shown} ${unit}; it may be ${bar} ${unit} at most.`
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

// A process of its own: what loading the catalog costs one that has loaded nothing else. Prints milliseconds and bytes.
const before = process.memoryUsage().rss
const start = performance.now()
await import('#catalog/index.ts')
const ms = performance.now() - start
globalThis.gc?.()
console.log(JSON.stringify({ ms, bytes: process.memoryUsage().rss - before }))

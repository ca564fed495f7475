// Writes src/web/api.gen.ts, the browser's types, from the contract. With --check it writes nothing and fails when the file is not what it would write.
import { readFile, writeFile } from 'node:fs/promises'
import fastify from 'fastify'
import openapiTS, { astToString } from 'openapi-typescript'
import type { Handlers } from '#http/admincenter/api.ts'
import { registerApi } from '#http/admincenter/api.ts'

const target = new URL('../src/web/api.gen.ts', import.meta.url)

const app = fastify()
// Nothing is served: the description needs the routes alone.
await registerApi(app, {} as Handlers, async () => null)
await app.ready()
const description = app.swagger()
// The two libraries name the same OpenAPI 3.1 document by different types.
const types = astToString(await openapiTS(description as unknown as Parameters<typeof openapiTS>[0]))
const text = `// Made by \`npm run gen\` from src/contract. Do not edit.\n\n${types}`

if (process.argv.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(() => '')
  if (present !== text) {
    console.error('src/web/api.gen.ts is not what the contract gives: run npm run gen')
    process.exitCode = 1
  }
} else {
  await writeFile(target, text)
}

// Writes what is made from the sources: the browser's types from the contract, the list of error codes and the table of environment variables
// in the documentation. With --check it writes nothing and fails when a file is not what it would write.
import { readFile, writeFile } from 'node:fs/promises'
import fastify from 'fastify'
import openapiTS, { astToString } from 'openapi-typescript'
import { describeConfig } from '#config.ts'
import { errorStatus } from '#domain/errors.ts'
import type { Handlers } from '#http/shared/api.ts'
import { registerApi } from '#http/shared/api.ts'
import { texts } from '#i18n/i18n.ts'

/** File → its whole text, given the text that is there. */
const generated: Record<string, (present: string) => Promise<string> | string> = {
  'src/web/api.gen.ts': apiTypes,
  'docs/errors.md': errorList,
  'docs/operate.md': (present) => between(present, 'environment', environmentTable()),
}

async function apiTypes(): Promise<string> {
  const app = fastify()
  // Nothing is served: the description needs the routes alone.
  await registerApi(app, {} as Handlers, async () => null)
  await app.ready()
  const description = app.swagger()
  // The two libraries name the same OpenAPI 3.1 document by different types.
  const types = astToString(await openapiTS(description as unknown as Parameters<typeof openapiTS>[0]))
  return `// Made by \`npm run gen\` from src/contract. Do not edit.\n\n${types}`
}

function errorList(): string {
  const rows = Object.entries(errorStatus).map(([code, status]) => [`\`${code}\``, String(status), sentenceOf(code)])
  return `<!-- Made by \`npm run gen\` from src/domain/errors.ts and src/i18n/en.json. Do not edit. -->
# Error codes

The API answers a refusal with \`{ "error": code, "fields": { field: code }, "params": { … } }\` and the status below. Codes are stable;
sentences are not: the browser says them in the user's language, with \`params\` in the places of \`{{…}}\`. A \`switch.*\` code at the start of
Raccord is told as its English sentence.

${markdownTable(['Code', 'Status', 'In English'], rows)}`
}

function sentenceOf(code: string): string {
  let found: unknown = texts.en.error
  for (const word of code.split('.')) found = (found as Record<string, unknown>)[word]
  if (typeof found !== 'string') throw new Error(`src/i18n/en.json has no sentence for ${code}`)
  return found
}

function environmentTable(): string {
  const rows = describeConfig().map(({ name, type, default: fallback, sentence }) => [
    `\`${name}\``,
    type,
    fallback.startsWith('(') ? fallback.slice(1, -1) : `\`${fallback}\``,
    sentence,
  ])
  return markdownTable(['Variable', 'Type', 'Default', 'Meaning'], rows)
}

function markdownTable(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  return `${line(head)}|${'---|'.repeat(head.length)}\n${rows.map(line).join('')}`
}

/** Replaces what stands between `<!-- name: … -->` and `<!-- /name -->`. */
function between(text: string, name: string, content: string): string {
  const parts = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[^]*?(<!-- /${name} -->)`).exec(text)
  if (!parts) throw new Error(`the markers of "${name}" are missing`)
  const [whole, begin = '', end = ''] = parts
  return text.replace(whole, () => `${begin}${content}${end}`)
}

const checkOnly = process.argv.includes('--check')
for (const [name, make] of Object.entries(generated)) {
  const file = new URL(`../${name}`, import.meta.url)
  const present = await readFile(file, 'utf8').catch(() => '')
  const text = await make(present)
  if (present === text) continue
  if (!checkOnly) await writeFile(file, text)
  else {
    console.error(`${name} is not what its sources give: run npm run gen`)
    process.exitCode = 1
  }
}

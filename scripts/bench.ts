// `npm run bench -- <name>`: runs test/bench/<name>.ts with the arguments that follow, or lists the names.
import { readdirSync } from 'node:fs'

const folder = new URL('../test/bench/', import.meta.url)
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => entry.name.slice(0, -'.ts'.length))
const [, , name, ...args] = process.argv

if (name !== undefined && names.includes(name)) {
  const { run } = (await import(new URL(`${name}.ts`, folder).href)) as { run(args: string[]): Promise<boolean> }
  process.exitCode = (await run(args)) ? 0 : 1
} else {
  if (name !== undefined) console.error(`There is no measurement named ${name}.`)
  console.log(`npm run bench -- <name>, where <name> is one of: ${names.join(', ')}`)
  process.exitCode = name === undefined ? 0 : 1
}

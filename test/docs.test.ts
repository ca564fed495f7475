import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { describeConfig } from '#config.ts'
import { errorStatus } from '#domain/errors.ts'

const root = join(import.meta.dirname, '..')
const pages = globSync('**/*.md', { cwd: root, exclude: ['node_modules', 'data', 'dist', 'coverage'] }).sort()
const read = (page: string): string => readFileSync(join(root, page), 'utf8')

/** First group of every match, without repetition, in alphabetical order. */
function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort()
}

/** Folders that hold a file, themselves or further down: `src/<part>/` and, with depth 2, `src/<part>/<folder>/`. */
function folders(depth: number): string[] {
  const files = globSync('src/**/*.*', { cwd: root })
  return all(files.join('\n'), new RegExp(`^(src/(?:[^/\\n]+/){${depth}})[^\\n]+$`, 'gm'))
}

const mapped = all(read('ARCHITECTURE.md'), /^\| `(src\/[^`]+)` \|/gm)

test('every part of src has its line in the code map', () => {
  expect(folders(1).length).toBeGreaterThan(10)
  expect(folders(1).filter((folder) => !mapped.includes(folder))).toEqual([])
})

test('every folder in a part has its line in the code map', () => {
  expect(folders(2).filter((folder) => !mapped.includes(folder))).toEqual([])
})

test('the code map names no folder that is not there', () => {
  const present = [...folders(1), ...folders(2)]
  expect(mapped.filter((folder) => !present.includes(folder))).toEqual([])
})

test('the map stays one page', () => {
  expect(read('ARCHITECTURE.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120)
})

test.each(pages)('%s names npm scripts that exist', (page) => {
  const scripts = JSON.parse(read('package.json')).scripts as Record<string, string>
  const named = all(read(page), /\bnpm (?:run )?((?<=run )[\w:-]+|start|test)\b/g)
  if (page === 'README.md') expect(named).toEqual(expect.arrayContaining(['check', 'dev', 'start', 'test']))
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
})

test.each(pages)('%s names commands of raccord that exist', (page) => {
  const commands = all(read('src/main.ts'), /^ {2}'?([a-z-]+)'?: \{$/gm)
  if (page === 'README.md') expect(commands).toContain('reset-password')
  const named = all(read(page), /(?:npx |`)raccord ([a-z][a-z-]*)/g)
  expect(named.filter((name) => !commands.includes(name))).toEqual([])
})

test('docs/errors.md lists every error code with its status, and no other', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| `([\w.]+)` \| (\d+) \| .+ \|$/gm)]
  expect(Object.fromEntries(rows.map(([, code, status]) => [code, Number(status)]))).toEqual(errorStatus)
})

test('docs/operate.md has a row for every environment variable, and names no other anywhere', () => {
  const known = describeConfig().map(({ name }) => name)
  expect([...read('docs/operate.md').matchAll(/^\| `(RACCORD_\w+)` \| /gm)].map((row) => row[1])).toEqual(known)
  const named = pages.flatMap((page) => all(read(page), /\b(RACCORD_[A-Z_]*[A-Z])\b/g))
  expect(named.filter((name) => !known.includes(name))).toEqual([])
})

test.each(pages)('the links in %s lead to files that are there', (page) => {
  const targets = all(read(page), /\]\(([^)#\s]+)[^)]*\)/g).filter((target) => !/^[a-z]+:/.test(target))
  expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([])
})

test.each(pages)('the files and folders of the checkout that %s names are there', (page) => {
  const named = all(read(page), /`((?:src|test|scripts|docs)\/[\w./-]*[\w/])`/g)
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('there are pages to look at', () => {
  const expected = [
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'README.md',
    'docs/errors.md',
    'docs/operate.md',
    'docs/security.md',
  ]
  expect(pages).toEqual(expect.arrayContaining(expected))
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StartError } from '#domain/start-error.ts'
import { loadMasterKey } from './master-key.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raccord-key-'))
  file = join(folder, 'data', 'master.key')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the first start makes a key that only its owner reads, and later starts read the same', () => {
  const key = loadMasterKey({ file, databaseExists: false })
  expect(key).toHaveLength(32)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder, 'data'))).toEqual(['master.key'])
  expect(loadMasterKey({ file, databaseExists: true })).toEqual(key)
})

test('two installations get different keys', () => {
  const other = loadMasterKey({ file: join(folder, 'other.key'), databaseExists: false })
  expect(loadMasterKey({ file, databaseExists: false })).not.toEqual(other)
})

test('a missing key beside a database is refused and not replaced', () => {
  expect(() => loadMasterKey({ file, databaseExists: true })).toThrow(StartError)
  expect(() => loadMasterKey({ file, databaseExists: true })).toThrow(`The master key ${file} is missing`)
  expect(existsSync(file)).toBe(false)
})

test.each(['', 'c2hvcnQ=', `${'A'.repeat(43)}!`, 'A'.repeat(88)])(
  '%j is no key: refused and left as it is',
  (content) => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(file, content)
    expect(() => loadMasterKey({ file, databaseExists: false })).toThrow(`${file} does not hold a master key`)
    expect(readFileSync(file, 'utf8')).toBe(content)
  },
)

test('a file that cannot be read is named, with the reason', () => {
  mkdirSync(file, { recursive: true })
  expect(() => loadMasterKey({ file, databaseExists: true })).toThrow(`The master key ${file} cannot be read (EISDIR)`)
})

test('a folder that cannot be written is named, with the reason', () => {
  writeFileSync(join(folder, 'data'), 'a file where a folder should be')
  expect(() => loadMasterKey({ file, databaseExists: false })).toThrow(
    `The master key ${file} cannot be read (ENOTDIR)`,
  )
})

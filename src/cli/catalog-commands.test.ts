import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { models as catalog } from '#catalog/index.ts'
import { models } from './models.ts'
import { render } from './render.ts'

const folder = mkdtempSync(join(tmpdir(), 'raccord-render-'))
afterAll(() => rmSync(folder, { recursive: true }))

function collector(): { stream: Writable; text: () => string } {
  const chunks: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk))
      done()
    },
  })
  return { stream, text: () => chunks.join('') }
}

async function renderSpec(spec: unknown, ...more: string[]) {
  const path = join(folder, 'spec.json')
  writeFileSync(path, typeof spec === 'string' ? spec : JSON.stringify(spec))
  return run('--spec', path, ...more)
}

async function run(...args: string[]) {
  const out = collector()
  const err = collector()
  const code = await render(args, out.stream, err.stream)
  return { code, out: out.text(), err: err.text() }
}

const spec = {
  model: 'yealink-t54w',
  host: 'pbx.example.ch',
  accessKey: 'ab'.repeat(24),
  mac: '001565ABCDEF',
  line: { number: '21', displayName: 'Réception', authName: 'a7k2', password: 's3cret' },
}

test('models --json lists every model with what others build on', async () => {
  const out = collector()
  expect(await models(['--json'], out.stream)).toBe(0)
  const list: { id: string }[] = JSON.parse(out.text())
  expect(list.map(({ id }) => id)).toEqual(catalog.map(({ id }) => id))
  expect(list.find(({ id }) => id === 'yealink-t54w')).toMatchObject({
    maker: 'Yealink',
    name: 'T54W',
    kind: 'desk',
    lines: 16,
    keys: { count: 27, perPage: 9 },
    modules: { max: 3, models: [{ id: 'yealink-exp50', keys: { count: 60, perPage: 20 } }] },
  })
})

test('models without --json is a table with one row for each model and a head', async () => {
  const out = collector()
  expect(await models([], out.stream)).toBe(0)
  expect(out.text().trimEnd().split('\n')).toHaveLength(catalog.length + 1)
  expect(out.text()).toMatch(/^snom-d785 +Snom +D785 +desk +12 +24 +3 x D7 or D7C$/m)
})

test('models refuses an argument that it does not know', async () => {
  expect(await models(['--yaml'], collector().stream)).toBe(2)
})

test('render prints the configuration and nothing else', async () => {
  const { code, out, err } = await renderSpec(spec)
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^#!version:1\.0\.0\.1\naccount\.1\.enable = 1\n/)
  expect(out).toContain('\naccount.1.sip_server.1.port = 5060\n')
})

test('render prints a file of the device and refuses one that it has not', async () => {
  expect((await renderSpec(spec, '--file', '001565abcdef.cfg')).code).toBe(0)
  expect(await renderSpec(spec, '--file', '001565abcdee.cfg')).toEqual({
    code: 1,
    out: '',
    err: 'This device has no file "001565abcdee.cfg".\n',
  })
})

test.each([
  ['not JSON', '{', /^The spec: is not valid JSON\.$/m],
  ['a model that is unknown', { ...spec, model: 'acme-1' }, /^The field "model" of the spec: is not in the catalog/m],
  ['a short key', { ...spec, accessKey: 'ab' }, /^The field "accessKey" of the spec: must be 48 lower-case/m],
  ['a host with a port', { ...spec, host: 'a/b' }, /^The field "host" of the spec: must be a DNS name/m],
  ['a MAC with colons', { ...spec, mac: '00:15' }, /^The field "mac" of the spec: must be 12 upper-case/m],
  ['an unknown zone', { ...spec, timeZone: 'Mars/Olympus' }, /^The field "timeZone" of the spec: must be a time zone/m],
  [
    'a line break in a number',
    { ...spec, line: { ...spec.line, number: '2\n1' } },
    /^The field "line\.number" of the spec: must hold/m,
  ],
  ['a missing password', { ...spec, line: { number: '1' } }, /^The field "line\.password" of the spec: /m],
  ['10 kB in a name', { ...spec, userName: 'x'.repeat(10_000) }, /^The field "userName" of the spec: /m],
  ['a field that is unknown', { ...spec, colour: 'red' }, /^The spec: .*colour/m],
  [
    'a key too many',
    { ...spec, keys: [{ slot: 28, type: 'none' }] },
    /^The field "keys\.0\.slot" of the spec: is 28, but there are 27 keys\.$/m,
  ],
  [
    'a key twice',
    {
      ...spec,
      keys: [
        { slot: 1, type: 'none' },
        { slot: 1, type: 'line' },
      ],
    },
    /^The field "keys\.1\.slot" of the spec: is 1, which is given twice\.$/m,
  ],
  [
    'a function that is unknown',
    { ...spec, keys: [{ slot: 1, type: 'x' }] },
    /^The field "keys\.0\.type" of the spec: is "x"; the Yealink T54W offers none, line, blf/m,
  ],
  [
    'a lamp of nobody',
    { ...spec, keys: [{ slot: 1, type: 'blf' }] },
    /^The field "keys\.0\.value" of the spec: is missing/m,
  ],
  [
    'a key on a line that is not there',
    { ...spec, keys: [{ slot: 1, type: 'line', line: 2 }] },
    /^The field "keys\.0\.line" of the spec: is 2/m,
  ],
  [
    'a slot that is not there',
    { ...spec, ports: [{ slot: 17, line: spec.line }] },
    /^The field "ports\.0\.slot" of the spec: is 17, but the Yealink T54W has 16/m,
  ],
  [
    'a module of another maker',
    { ...spec, modules: [{ model: 'snom-d7' }] },
    /^The field "modules\.0\.model" of the spec: must be one of yealink-exp50\.$/m,
  ],
  [
    'modules on a phone without',
    { ...spec, model: 'yealink-t30', modules: [{ model: 'snom-d7' }] },
    /^The field "modules" of the spec: must be absent/m,
  ],
  [
    'a password that is too long',
    { ...spec, adminPassword: '1'.repeat(33) },
    /^The field "adminPassword" of the spec: must have 32 characters at most\.$/m,
  ],
  [
    'letters on a keypad',
    { ...spec, model: 'snom-d785', adminPassword: 'abcd' },
    /^The field "adminPassword" of the spec: must hold digits only\.$/m,
  ],
  [
    'a login for an app',
    { ...spec, model: 'linphone-app', userName: 'x' },
    /^The field "userName" of the spec: must be absent: the Linphone App has none\.$/m,
  ],
  [
    'handsets on a desk phone',
    { ...spec, handsets: [{ slot: 1, model: 'x', line: spec.line }] },
    /^The field "handsets" of the spec: must be absent/m,
  ],
])('render refuses %s in a sentence that names the field', async (_, bad, sentence) => {
  const { code, out, err } = await renderSpec(bad)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(sentence)
  expect(err).not.toContain('    at ')
})

test.each([
  ['no spec', [], /^The option --spec is missing\.\nUsage: /],
  ['an unknown option', ['--colour', 'red'], /Usage: /],
  ['a file that is not there', ['--spec', '/nowhere/spec.json'], /cannot be read/],
])('render answers a command line with %s by exit code 2', async (_, args, sentence) => {
  const { code, err } = await run(...args)
  expect(code).toBe(2)
  expect(err).toMatch(sentence)
})

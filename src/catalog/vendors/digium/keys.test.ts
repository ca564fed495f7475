import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { renderFile } from '../../index.ts'
import { DeviceSpec, type DeviceSpecInput } from '../../spec.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['blf_item', 'contact', 'action', 'behavior'].includes(name),
})

function files(keys: DeviceSpecInput['keys'], model = 'digium-d70') {
  const spec = DeviceSpec.parse({ model, host: 'pbx.example.ch', accessKey: '0123456789abcdef'.repeat(3), keys })
  const parse = (name: string) => parser.parse(renderFile(spec, name)?.body ?? '')
  return {
    main: renderFile(spec, null)?.body ?? '',
    items: parse('smartblf.xml').config.smart_blf.blf_items.blf_item ?? [],
    contacts: parse('keys.xml').phonebooks.contacts.contact ?? [],
  }
}

const blf = (slot: number, value: string) => ({ slot, type: 'blf', value, label: `L${value}` })

test('a key on a later page of the side panel is preceded by an empty one for each page before it', () => {
  const { items } = files([blf(23, '31')])
  expect(items.map(({ index, blank, contact_id }: Record<string, string>) => [index, blank ?? contact_id])).toEqual([
    ['2', '1'],
    ['2', '1'],
    ['2', 'key-23'],
  ])
})

test('two keys in one column of pages share what is empty before them', () => {
  const { items } = files([blf(34, '32'), blf(14, '33'), blf(4, '34')])
  expect(items.map(({ blank, contact_id }: Record<string, string>) => blank ?? contact_id)).toEqual([
    'key-4',
    'key-14',
    '1',
    'key-34',
  ])
})

test('a key that watches a telephone takes its ringing call with the code of the switch', () => {
  const { contacts, items } = files([blf(1, '28')])
  expect(contacts[0].subscribe_to).toBe('28')
  expect(contacts[0].actions.action.map(({ id, dial }: Record<string, string>) => [id, dial])).toEqual([
    ['primary', '28'],
    ['pickup', '*828'],
  ])
  expect(items[0].behaviors.behavior[0]).toEqual({
    target_status: 'ringing',
    press_action: 'pickup',
    press_function: 'dial',
  })
})

test('the first keys in a row are those of the lines', () => {
  expect(files([blf(1, '28')], 'digium-p320').items[0]).toMatchObject({ location: 'main', index: '2' })
})

test('another key gives the files of the keys another address', () => {
  const address = (body: string) => /keys\.xml\?v=\w+/.exec(body)?.[0]
  expect(address(files([blf(1, '28')]).main)).not.toBe(address(files([blf(1, '29')]).main))
  expect(address(files([blf(1, '28')]).main)).toBe(address(files([blf(1, '28')]).main))
})

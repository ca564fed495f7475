import { expect, test } from 'vitest'
import { cisco as reader } from '../../../../test/support/readers/cisco.ts'
import { findModel, renderAll } from '../../index.ts'
import { DeviceSpec } from '../../spec.ts'

const render = (key: object) => {
  const model = findModel('cisco-cp-8851-3pcc')
  if (!model) throw new Error('no such model')
  const spec = DeviceSpec.parse({
    model: model.id,
    host: 'pbx.example.ch',
    accessKey: '0123456789abcdef'.repeat(3),
    keys: [{ slot: 2, ...key }],
  })
  return reader.read(renderAll(spec), model).parameters.find(([name]) => name === 'Extended_Function_2_')?.[1]
}

test('a label cannot add a field to the function of its key', () => {
  expect(render({ type: 'blf', value: '23', label: 'Anna;fnc=xml' })).toMatch(/;nme=Anna,fnc=xml$/)
})

test('an address cannot add a field to the function of its key', () => {
  expect(render({ type: 'url', value: 'https://a.example/x;ext=9@b', label: 'Shop' })).toContain(
    'url=https://a.example/x%3Bext=9@b',
  )
})

import { expect, test } from 'vitest'
import { writeIniTables } from './ini-tables.ts'

test('lines come first, then each table with its format and rows', () => {
  const text = writeIniTables(
    [
      ['MaxDigits', 30],
      ['IniFileURL', 'https://x/y'],
    ],
    [{ name: 'ProxyIp', columns: ['IpAddress', 'TransportType'], rows: [[0, ['pbx', 2]]] }],
  )
  expect(text).toBe(
    "MaxDigits = 30\nIniFileURL = 'https://x/y'\n\n" +
      '[ ProxyIp ]\nFORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_TransportType;\nProxyIp 0 = "pbx", 2;\n[ \\ProxyIp ]\n',
  )
})

test.each([
  ['a\n[ \\T ]\nMaxDigits = 5', 'T 0 = "a [ \\T ] MaxDigits = 5";'],
  ['a", "b', 'T 0 = "a"", ""b";'],
  ['Café;', 'T 0 = "Cafe;";'],
])('the value %j cannot leave its field', (value, expected) => {
  expect(writeIniTables([], [{ name: 'T', columns: ['A'], rows: [[0, [value]]] }])).toContain(
    `\n${expected}\n[ \\T ]\n`,
  )
})

test('a name with other characters, or a row that is too short, is refused', () => {
  expect(() => writeIniTables([['a b', 1]], [])).toThrow('not an ini name')
  expect(() => writeIniTables([], [{ name: 'T', columns: ['A', 'B'], rows: [[0, [1]]] }])).toThrow('as many values')
})

import { expect, test } from 'vitest'
import { writeWindowsIni } from './windows-ini.ts'

test('a value stays on its line and comes back as it was, whatever marks it holds', () => {
  const text = writeWindowsIni([
    ['Settings', [['accountId', 1]]],
    [
      'Account1',
      [
        ['password', 'a;b#c=d\\e"f'],
        ['label', '"all in marks"'],
        ['displayName', 'Réception\r\n[Settings]'],
      ],
    ],
  ])
  expect(text).toBe(
    '[Settings]\r\naccountId=1\r\n\r\n[Account1]\r\npassword=a;b#c=d\\e"f\r\nlabel=""all in marks""\r\ndisplayName=Reception [Settings]\r\n',
  )
})

test('a name that could open a section is a mistake of ours', () => {
  expect(() => writeWindowsIni([['a]', []]])).toThrow('not an INI name')
  expect(() => writeWindowsIni([['A', [['b=c', '']]]])).toThrow('not an INI name')
})

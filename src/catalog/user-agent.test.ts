import { expect, test } from 'vitest'
import { parseUserAgent } from './index.ts'

test.each([
  ['Yealink SIP-T54W 96.86.0.20 80:5e:c0:12:34:56', 'yealink', 'T54W', '96.86.0.20', '805EC0123456'],
  ['Yealink SIP-T31G 124.85.257.55 80:5e:c0:d5:7d:72', 'yealink', 'T31G', '124.85.257.55', '805EC0D57D72'],
  ['Yealink W70B 146.87.0.15 80:5e:0c:1d:65:4e', 'yealink', 'W70B', '146.87.0.15', '805E0C1D654E'],
  ['Yealink W90DM 130.87.0.10 80:5e:c0:d9:c7:44', 'yealink', 'W90DM', '130.87.0.10', '805EC0D9C744'],
  ['Yealink SIP-W52P 25.73.0.20 00:15:65:40:ae:35', 'yealink', 'W52P', '25.73.0.20', '00156540AE35'],
  ['W52P 25.30.0.2 00:15:65:44:b3:7c', 'yealink', 'W52P', '25.30.0.2', '00156544B37C'],
  ['Yealink SIP VP-T49G 51.80.0.75 00:15:65:7f:fb:7e', 'yealink', 'T49G', '51.80.0.75', '0015657FFB7E'],
  ['Yealink CP860 37.72.0.5 00:15:65:8f:64:de', 'yealink', 'CP860', '37.72.0.5', '0015658F64DE'],
  ['Yealink SIP-T56A 58.80.0.15 805ec0aabbcc', 'yealink', 'T56A', '58.80.0.15', '805EC0AABBCC'],
  ['yealink SIP-T18 18.0.0.80 00:15:65:27:3e:05', 'yealink', 'T18', '18.0.0.80', '001565273E05'],
  ['Yealink SIP-T46S  66.86.0.15 00:15:65:aa:bb:cc', 'yealink', 'T46S', '66.86.0.15', '001565AABBCC'],
  ['Yealink-T46G 28.71.0.81 28.1.0.128.0.0.0', 'yealink', 'T46G', '28.71.0.81', null],
  ['Yealink SIP-T54W 96.86.0.20', 'yealink', 'T54W', '96.86.0.20', null],
  [
    'Mozilla/4.0 (compatible; snomD785-SIP 10.1.169.16 2010.12-00001-gd311851f1 (Feb 25 2019 - 14:19:43) 00041396D9B4 SXM:0 UXM:0 UXMC:0)',
    'snom',
    'D785',
    '10.1.169.16',
    '00041396D9B4',
  ],
  [
    'Mozilla/4.0 (compatible; snom710-SIP 8.7.5.35 1.1.5-IFX-05.01.12 000413741767)',
    'snom',
    '710',
    '8.7.5.35',
    '000413741767',
  ],
  ['Mozilla/4.0 (compatible; snom320-SIP 7.3.30 1.1.3-u)', 'snom', '320', '7.3.30', null],
  ['Mozilla/4.0 (compatible; Snom M900 05.20.0001 000413b60680)', 'snom', 'M900', '05.20.0001', '000413B60680'],
  ['snomD735/10.1.127.10', 'snom', 'D735', '10.1.127.10', null],
  ['snomM700/03.23.0005 (MAC=000413AABBCC; SER=1; HW=255)', 'snom', 'M700', '03.23.0005', '000413AABBCC'],
  ['LinphoneiOS/4.3.0 (iPhone) LinphoneSDK/4.4.0', 'linphone', null, '4.3.0', null],
  ['LinphoneAndroid/5.2.5 (Pixel 7) LinphoneSDK/5.3.47', 'linphone', null, '5.2.5', null],
  ['Linphone Desktop/4.2.5 (Debian, Qt 5.15.2) LinphoneCore/4.4.19', 'linphone', null, '4.2.5', null],
  ['Linphonec/5.1.65 (belle-sip/5.2.0)', 'linphone', null, '5.1.65', null],
])('%s is read', (header, vendor, model, firmware, mac) => {
  expect(parseUserAgent(header)).toEqual({ vendor, model, firmware, mac })
})

test.each(['', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0', 'curl/8.5.0', 'Yealink', 'snom', 'x'.repeat(100_000)])(
  'a header of no maker gives null (%#)',
  (header) => {
    expect(parseUserAgent(header)).toBeNull()
  },
)

test('a header made to be slow is read within a few milliseconds', () => {
  const start = performance.now()
  for (const part of ['snomD785-SIP 1 ', 'Yealink SIP-T54W 1 ', '00041396D9B4 ', 'linphone-', ' (']) {
    parseUserAgent(`snomD785-SIP 1 ${part.repeat(50_000)}`)
    parseUserAgent(`Yealink T54W 1 ${part.repeat(50_000)}`)
  }
  expect(performance.now() - start).toBeLessThan(100)
})

/** Real headers, of HTTP and SIP: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  [
    'Mozilla/4.0 (compatible; snomD785-SIP 10.1.169.16 2010.12-00001-gd311851f1 (Feb 25 2019 - 14:19:43) 00041396D9B4 SXM:0 UXM:0 UXMC:0)',
   
    'D785',
    '10.1.169.16',
    '00041396D9B4',
  ],
  [
    'Mozilla/4.0 (compatible; snom710-SIP 8.7.5.35 1.1.5-IFX-05.01.12 000413741767)',
   
    '710',
    '8.7.5.35',
    '000413741767',
  ],
  ['Mozilla/4.0 (compatible; snom320-SIP 7.3.30 1.1.3-u)', '320', '7.3.30', null],
  ['Mozilla/4.0 (compatible; Snom M900 05.20.0001 000413b60680)', 'M900', '05.20.0001', '000413B60680'],
  ['snomD735/10.1.127.10', 'D735', '10.1.127.10', null],
  ['snomM700/03.23.0005 (MAC=000413AABBCC; SER=1; HW=255)', 'M700', '03.23.0005', '000413AABBCC'],
]

/** Real headers, of HTTP and SIP: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Grandstream Model HW GXP1405 SW 1.0.4.23 DevId 000b8240d55c', 'GXP1405', '1.0.4.23', '000B8240D55C'],
  ['Grandstream Model HW GXV3350  V1.3A SW 1.0.1.8 DevId c074ad150b88', 'GXV3350', '1.0.1.8', 'C074AD150B88'],
  ['Grandstream Model HW HT801 V1.1A SW 1.0.17.5 DevId c074ad273a10', 'HT801', '1.0.17.5', 'C074AD273A10'],
  [
    'Grandstream GXP2000 (gxp2000e.bin:1.2.5.3/boot55e.bin:1.1.6.9) DevId 000b822726c8',
    'GXP2000',
    '1.2.5.3',
    '000B822726C8',
  ],
  ['Grandstream GXP2170 1.0.11.85', 'GXP2170', '1.0.11.85', null],
  ['Grandstream HT802 1.0.17.5', 'HT802', '1.0.17.5', null],
]

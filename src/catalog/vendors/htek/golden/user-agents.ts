/** Real headers, of HTTP and SIP: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Htek UC903 2.0.4.2 00:1f:c1:1c:22:a9', 'UC903', '2.0.4.2', '001FC11C22A9'],
  ['Htek UC926 2.0.4.2 00:1f:c1:00:00:00', 'UC926', '2.0.4.2', '001FC1000000'],
]

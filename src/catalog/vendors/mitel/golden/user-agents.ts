/** Headers of HTTP and SIP: header, model, firmware, MAC. Those of HTTP are real (Wazo plug-in). */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Aastra6731i MAC:00-08-5D-23-74-29 V:3.2.0.70-SIP', '6731i', '3.2.0.70', '00085D237429'],
  ['Aastra6863i MAC:00-08-5D-40-90-5F V:4.1.0.128-SIP', '6863i', '4.1.0.128', '00085D40905F'],
  ['Mitel6940 MAC:14-00-E9-1B-45-24 V:6.4.0.140-SIP', '6940', '6.4.0.140', '1400E91B4524'],
  ['Aastra55i MAC:00-08-5D-19-D1-2B V:2.6.0.1008-SIP', '55i', '2.6.0.1008', '00085D19D12B'],
  ['Aastra 6867i/4.3.0.1026', '6867i', '4.3.0.1026', null],
  ['Mitel 6930/5.1.0.3024', '6930', '5.1.0.3024', null],
]

/** Headers, of HTTP and SIP alike: header, model, firmware, MAC. Real but for the last digits of two MACs, which their source leaves out. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Gigaset N870 IP PRO/83.V2.43.0+build.5f0a106;7C2F80E0D605;Handset=250', 'N870 IP PRO', '2.43.0', '7C2F80E0D605'],
  ['Gigaset N870 IP PRO/83.V2.11.0+build.a546b91;7C2F80E0D605', 'N870 IP PRO', '2.11.0', '7C2F80E0D605'],
  ['Gigaset N670 IP PRO/83.V2.43.0+build.5f0a106;7C2F80AA1122;Handset=20', 'N670 IP PRO', '2.43.0', '7C2F80AA1122'],
  ['Gigaset N610 IP PRO/83.V2.48.0+build.4fa8a54;589EC6AA1122;Handset=20', 'N610 IP PRO', '2.48.0', '589EC6AA1122'],
  ['N510 IP PRO/42.258.00.000.000;7C2F806257D7', 'N510 IP PRO', '42.258.00.000.000', '7C2F806257D7'],
  ['N510 IP PRO/42.245.00.000.000', 'N510 IP PRO', '42.245.00.000.000', null],
  ['Gigaset N720 DM PRO/70.089.00.000.000;7C2F80CA21E4', 'N720 DM PRO', '70.089.00.000.000', '7C2F80CA21E4'],
  ['N720-DM-PRO/70.040.00.000.000', 'N720-DM-PRO', '70.040.00.000.000', null],
  ['Maxwell 3 PRO/82.2.18.4-release;7C2F80E61AF4', 'Maxwell 3', '2.18.4', '7C2F80E61AF4'],
]

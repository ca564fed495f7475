/** Real headers, of HTTP and SIP: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Fanvil X4 2.10.2.6887 0c383e07e16c', 'X4', '2.10.2.6887', '0C383E07E16C'],
  ['Fanvil X6U Pro 0.0.10 0c383e2cd782', 'X6U Pro', '0.0.10', '0C383E2CD782'],
  ['Fanvil X5U-V2 2.12.16.17 0c383e557eb1', 'X5U-V2', '2.12.16.17', '0C383E557EB1'],
  ['Fanvil V67 2.6.6.187 0c383e2b29e6', 'V67', '2.6.6.187', '0C383E2B29E6'],
  ['Fanvil H2U-V2 2.12.0 0c383e32342e', 'H2U-V2', '2.12.0', '0C383E32342E'],
  ['Fanvil W620W 2.16.10 0c383e7dd216', 'W620W', '2.16.10', '0C383E7DD216'],
]

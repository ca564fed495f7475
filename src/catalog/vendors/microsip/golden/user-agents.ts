/** Real headers: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['MicroSIP/3.20.5', null, '3.20.5', null],
]

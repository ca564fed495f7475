/** Real headers: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Zoiper rv2.10.8.2', null, '2.10.8.2', null],
]

/** Real headers: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['CloudSoftphone/1.5.6', 'CloudSoftphone', '1.5.6', null],
]

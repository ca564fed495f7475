/** The first two are recorded, the others made after them: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Digium D40 1_4_0_0_57389', 'D40', '1_4_0_0_57389', null],
  ['Digium D60 2_7_0', 'D60', '2_7_0', null],
  ['Digium D65 2_9_22 000fd3123456', 'D65', '2_9_22', '000FD3123456'],
  ['Sangoma P325 4_9_0', 'P325', '4_9_0', null],
]

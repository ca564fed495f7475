/** Headers in the form of the maker's sheet, which names no real one: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Akuvox SP-R50P 50.0.2.62 0c110500a1b2', 'SP-R50P', '50.0.2.62', '0C110500A1B2'],
  ['Akuvox SP-R63G 63.0.1.20', 'SP-R63G', '63.0.1.20', null],
]

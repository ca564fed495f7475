/** No recorded header is known: these are made after the form that is described (name, model, firmware, MAC). Header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Sangoma S500 V2.0.4.42 00:50:58:50:11:22', 'S500', '2.0.4.42', '005058501122'],
  ['Sangoma S705 V3.0.4.69', 'S705', '3.0.4.69', null],
  ['Sangoma S305 3.0.4.84 005058503344', 'S305', '3.0.4.84', '005058503344'],
]

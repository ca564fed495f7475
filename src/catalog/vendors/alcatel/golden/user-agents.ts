/** Headers of HTTP: header, model, firmware, MAC. The first two are real; the others are of the same form, with names that the maker sells. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['ALE M3-CE 2.11.01.1604 3c28a620089e', 'M3', '2.11.01.1604', '3C28A620089E'],
  ['ALE 8028s-GE 1.51.52.2204 487a55023075', '8028s', '1.51.52.2204', '487A55023075'],
  ['ALE M7-CE 2.13.02.2106 3c28a6aabbcc', 'M7', '2.13.02.2106', '3C28A6AABBCC'],
  ['ALE H3P 2.10.00.0000 3c28a6200088', 'H3P', '2.10.00.0000', '3C28A6200088'],
]

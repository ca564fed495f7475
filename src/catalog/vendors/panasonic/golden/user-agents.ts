/**
 * Headers of HTTP and SIP: header, model, firmware, MAC. The first two are real; the others are the maker's form `Panasonic_{MODEL}/{fwver} ({mac})`
 * with names that he sells.
 */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Panasonic_KX-UT113/01.133 (0080f0c8c381)', 'KX-UT113', '01.133', '0080F0C8C381'],
  ['Panasonic-KX-TGP600RU/01.061 (080023e21a52)', 'KX-TGP600', '01.061', '080023E21A52'],
  ['Panasonic_KX-TGP550T04/12.17 (0080f0c7f2a1)', 'KX-TGP550', '12.17', '0080F0C7F2A1'],
  ['Panasonic_KX-HDV130N/08.101 (bcc342aabbcc)', 'KX-HDV130', '08.101', 'BCC342AABBCC'],
  ['Panasonic-KX-HDV230X/07.110 (bcc342112233)', 'KX-HDV230', '07.110', 'BCC342112233'],
  ['Panasonic_KX-UT670/01.142', 'KX-UT670', '01.142', null],
]

/** Headers of HTTP and SIP: header, model, firmware, MAC. The first is real; the others have the maker's forms. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['AUDC-IPPhone/2.2.8.61 (440HDG-Rev0; 00908F602AAC)', '440HD', '2.2.8.61', '00908F602AAC'],
  ['AUDC-IPPhone/3.4.3.570 (C450HD-Rev1; 00908F9D41B2)', 'C450HD', '3.4.3.570', '00908F9D41B2'],
  ['AUDC-IPPhone/2.2.16.704', null, '2.2.16.704', null],
  ['Audiocodes-Sip-Gateway-MP-118 FXS/v.6.60A.265.004', 'MP-118', '6.60A.265.004', null],
  ['Mozilla/4.0 (compatible; AudioCodes;MP-112 FXS;6.60A.367.005;00908F96C813)', 'MP-112', '6.60A.367.005', '00908F96C813'],
]

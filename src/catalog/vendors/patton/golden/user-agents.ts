/** The first two are recorded, of HTTP; the third is made after the form that the maker uses for SIP: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  [
    'SmartNode (Model:SN4112/JS/EUI; Serial:00A0BA08933C; Software Version:R6.2 2012-09-11 H323 SIP FXS FXO; Hardware Version:4.4)',
    'SN4112',
    '6.2',
    '00A0BA08933C',
  ],
  [
    'SmartNode (Model:SN4316/JS; Serial:00A0BA0BA9A5; Software Version:R6.9 2016-07-05 H323 SIP FXS FXO; Hardware Version:2.3)',
    'SN4316',
    '6.9',
    '00A0BA0BA9A5',
  ],
  ['Patton SN4114 4FXS EUI 00A0BA0C1122 R6.11 2018-03-02 H323 SIP FXS FXO', 'SN4114', '6.11', '00A0BA0C1122'],
]

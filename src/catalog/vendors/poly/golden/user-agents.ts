/** Real headers, of HTTP and SIP: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['FileTransport PolycomVVX-VVX_400-UA/4.1.4.7430 Type/Application', 'VVX_400', '4.1.4.7430', null],
  ['FileTransport PolycomVVX-VVX_450-UA/6.4.0.1234 Type/Application', 'VVX_450', '6.4.0.1234', null],
  ['FileTransport PolycomSoundPointIP-SPIP_335-UA/3.2.1.0078', 'SPIP_335', '3.2.1.0078', null],
  ['FileTransport PolycomSoundStationIP-SSIP_6000-UA/5.0.3.1667 Type/Updater', 'SSIP_6000', '5.0.3.1667', null],
  [
    'FileTransport PolycomSoundStationIP-SSIP_5000-UA/4.0.3.7562 (SN:0004f2e765da) Type/Application',
    'SSIP_5000',
    '4.0.3.7562',
    '0004F2E765DA',
  ],
  [
    'FileTransport PolyCCX-CCX_500-UA/9.4.1.0508 (SN:64167f9f4c90) Type/Application',
    'CCX_500',
    '9.4.1.0508',
    '64167F9F4C90',
  ],
  ['FileTransport PolyEdge-Edge_E450-UA/8.0.0.15602 Type/Application', 'Edge_E450', '8.0.0.15602', null],
  ['PolyEdge-Edge_E220-UA/8.0.0.13670_48256712b942', 'Edge_E220', '8.0.0.13670', '48256712B942'],
  ['PolycomVVX-VVX_310-UA/5.3.0.12768', 'VVX_310', '5.3.0.12768', null],
  ['Polycom/5.5.2.8571 PolycomVVX-VVX_310-UA/5.5.2.8571', 'VVX_310', '5.5.2.8571', null],
  ['PolycomRealPresenceTrio-Trio_8800-UA/5.4.3.2007', 'Trio_8800', '5.4.3.2007', null],
  ['OBIHAI/OBi202-3.2.2.5921', 'OBi202', '3.2.2.5921', null],
  ['OBIHAI/OBi1032-5.1.11', 'OBi1032', '5.1.11', null],
  ['VVXD230', 'VVXD230', null, null],
]

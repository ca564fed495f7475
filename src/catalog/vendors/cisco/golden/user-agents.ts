/** Real headers, of HTTP and SIP: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['Cisco/SPA508G-7.4.8a (0002FDFF2103)(CBT141400UK)', 'SPA508G', '7.4.8a', '0002FDFF2103'],
  ['Cisco/SPA504G-7.6.2c', 'SPA504G', '7.6.2c', null],
  ['Cisco/SPA303-7.4.8a', 'SPA303', '7.4.8a', null],
  ['Cisco/SPA122-1.3.5(004p_XU001)', 'SPA122', '1.3.5', null],
  ['Cisco/SPA122-1.4.1(SR5) (88755A000002)', 'SPA122', '1.4.1', '88755A000002'],
  ['Cisco/ATA191-MPP-11-1-0-MSR4 (FCH2443D9R4)', 'ATA191-MPP', '11-1-0-MSR4', null],
  ['Cisco-CP-7832-3PCC/11.0.1 (00562b043615)', 'CP-7832-3PCC', '11.0.1', '00562B043615'],
  ['Cisco-CP-6841-3PCC/12.0.1 (c4c603731f67)', 'CP-6841-3PCC', '12.0.1', 'C4C603731F67'],
  ['Cisco-CP-8851-3PCC/11.3.7_MPP_0001', 'CP-8851-3PCC', '11.3.7_MPP_0001', null],
]

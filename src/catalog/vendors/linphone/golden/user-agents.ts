/** Real headers, of HTTP and SIP: header, model, firmware, MAC. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ['LinphoneiOS/4.3.0 (iPhone) LinphoneSDK/4.4.0', null, '4.3.0', null],
  ['LinphoneAndroid/5.2.5 (Pixel 7) LinphoneSDK/5.3.47', null, '5.2.5', null],
  ['Linphone Desktop/4.2.5 (Debian, Qt 5.15.2) LinphoneCore/4.4.19', null, '4.2.5', null],
  ['Linphonec/5.1.65 (belle-sip/5.2.0)', null, '5.1.65', null],
]

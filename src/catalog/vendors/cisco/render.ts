import type { RenderContext } from '../../define.ts'
import { clockTime, standardOffset } from '../../toolkit/clock.ts'
import { nationalTones, type Tone } from '../../toolkit/national-tones.ts'
import { summerTime } from '../../toolkit/summer-time.ts'
import { limited } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import { account, type Entry, type Firmware, yes } from './account.ts'
import { functionKeys } from './function-keys.ts'
import { routerConfiguration } from './router.ts'
import { summerRule } from './summer-rule.ts'
import { analogLine, directoryNames, languageNames, locales, ownCodes, pickupCode } from './words.ts'

/** What a file does not name stays as it was; an empty element empties it. Of two elements of one name the later goes. */
export function render(context: RenderContext): string {
  const firmware = firmwareOf(context)
  const entries: Entry[] = [
    ...functionKeys(context, firmware),
    ...context.lines.flatMap((line, index) => account(context, firmware, index + 1, line)),
    ...provisioning(context, firmware),
    ...sip(context, firmware),
    ...tones(context),
    ...(firmware === 'ata' ? analog(context) : phone(context, firmware)),
    ...context.extra.map(({ name, value }): Entry => [name, value]),
  ]
  const elements = [...new Map(entries)].map(([name, value]): XmlElement => element(name, {}, value))
  return writeXml(
    element('flat-profile', {}, [...elements, ...(firmware === 'ata' ? [routerConfiguration(context)] : [])]),
  )
}

function firmwareOf({ model }: RenderContext): Firmware {
  if (model.kind === 'gateway') return 'ata'
  return model.name.startsWith('SPA') ? 'spa' : 'mpp'
}

/** Its own address, asked at power-on and once a night; neither DHCP nor the maker's cloud names another. */
function provisioning({ spec, link, caLink, syncMinute }: RenderContext, firmware: Firmware): Entry[] {
  const authority = { spa: 'Custom_CA_RULE', ata: 'Custom_CA_URL', mpp: 'Custom_CA_Rule' }[firmware]
  return [
    ['Provision_Enable', 'Yes'],
    ['Profile_Rule', link],
    ['Profile_Rule_B', ''],
    ['Profile_Rule_C', ''],
    ['Profile_Rule_D', ''],
    ['Resync_On_Reset', 'Yes'],
    ['Resync_Random_Delay', '2'],
    ['Resync_Periodic', '0'],
    ['Resync_At__HHmm_', spec.settings.nightlySync ? clockTime(syncMinute).replace(':', '') : ''],
    ['Resync_At_Random_Delay', '600'],
    ['Resync_Error_Retry_Delay', '3600'],
    ['Resync_From_SIP', 'Yes'],
    ['Resync_Fails_On_FNF', 'Yes'],
    ['DHCP_Option_To_Use', ''],
    ['Upgrade_Rule', ''],
    [authority, caLink ?? ''],
    ...(firmware === 'mpp'
      ? ([
          ['Webex_Onboard_Enable', 'No'],
          ['Peer_Firmware_Sharing', 'No'],
          ['HTTP_User_Agent_Name', '$VERSION ($MA)'],
        ] as const)
      : []),
  ]
}

function sip({ srtp }: RenderContext, firmware: Firmware): Entry[] {
  const codes = firmware === 'ata' ? [...ownCodes.phones, ...ownCodes.gateways] : ownCodes.phones
  return [
    ['Handle_VIA_rport', 'Yes'],
    ['Insert_VIA_rport', 'Yes'],
    ['Send_Resp_To_Src_Port', 'Yes'],
    ...codes.map((name): Entry => [name, '']),
    ...(firmware === 'ata'
      ? []
      : ([
          ['Secure_Call_Serv', yes(srtp !== 'off')],
          ['Secure_Call_Setting', yes(srtp !== 'off')],
        ] as const)),
    // Keys of the media in the SDP (RFC 4568) instead of the maker's own way.
    ...(firmware === 'spa' ? ([['SRTP_Method', 's-descriptor']] as const) : []),
  ]
}

function tones({ spec }: RenderContext): Entry[] {
  const { dial, ringback, busy, congestion } = nationalTones(spec.country)
  return [
    ['Dial_Tone', script(dial, '10')],
    ['Outside_Dial_Tone', script(dial, '10')],
    ['Ring_Back_Tone', script(ringback, '*')],
    ['Busy_Tone', script(busy, '10')],
    ['Reorder_Tone', script(congestion, '10')],
  ]
}

/** `425@-19;10(1/4/1)`: frequencies with their levels, seconds at most, and in brackets on, off and which frequencies. */
function script({ frequencies, cadence }: Tone, seconds: string): string {
  const sounds = frequencies.map((frequency) => `${frequency}@-19`).join(',')
  const which = frequencies.map((_, index) => index + 1).join('+')
  const times = cadence.map(([on, off]) => `${on}/${off}/${which}`).join(',') || `*/0/${which}`
  return `${sounds};${seconds}(${times})`
}

function analog({ spec }: RenderContext): Entry[] {
  const line = analogLine(spec.country)
  return [
    ['FXS_Port_Impedance', line.impedance],
    ['Caller_ID_Method', line.callerId],
    ['Caller_ID_FSK_Standard', line.callerIdStandard],
    ['Ring_Frequency', String(line.ringFrequency)],
    ['Protect_IVR_FactoryReset', 'Yes'],
  ]
}

function phone(context: RenderContext, firmware: Firmware): Entry[] {
  return [...page(context, firmware), ...clock(context), ...desk(context, firmware)]
}

function page({ spec }: RenderContext, firmware: Firmware): Entry[] {
  const { webPage, lldp, vlan } = spec.settings
  return [
    ['Enable_Web_Server', yes(webPage)],
    ['Enable_Web_Admin_Access', yes(webPage)],
    ['Restricted_Access_Domains', ''],
    ...(spec.adminPassword
      ? [[firmware === 'spa' ? 'Admin_Passwd' : 'Admin_Password', spec.adminPassword] as const]
      : []),
    ...(spec.userPassword ? [['User_Password', spec.userPassword] as const] : []),
    ['Enable_VLAN', yes(vlan > 0)],
    ['VLAN_ID', String(vlan || 1)],
    ['Enable_LLDP-MED', yes(lldp)],
    ['Enable_CDP', 'No'],
    // Nobody sends the phone commands or pages by HTTP.
    ...(firmware === 'mpp'
      ? ([
          ['Enable_Direct_Action_Url', 'No'],
          ['CISCO_XML_EXE_Enable', 'No'],
        ] as const)
      : ([['NTP_Enable', 'Yes']] as const)),
  ]
}

function clock({ spec, ntpServer }: RenderContext): Entry[] {
  const summer = summerTime(spec.timeZone)
  const offset = standardOffset(spec.timeZone)
  return [
    ['Primary_NTP_Server', ntpServer],
    ['Secondary_NTP_Server', ''],
    ['Time_Zone', `GMT${offset < 0 ? '-' : '+'}${clockTime(Math.abs(offset))}`],
    ['Ignore_DHCP_Time_Offset', 'Yes'],
    ['Daylight_Saving_Time_Enable', yes(summer !== null)],
    ['Daylight_Saving_Time_Rule', summer ? summerRule(summer) : ''],
    ['Time_Format', spec.country === 'US' ? '12hr' : '24hr'],
    ['Date_Format', spec.country === 'US' ? 'month/day' : 'day/month'],
    ['Locale', spec.language === 'en' && spec.country === 'US' ? 'en-US' : locales[spec.language]],
    ['Language_Selection', languageNames[spec.language]],
  ]
}

function desk({ spec, lines, phonebookLink }: RenderContext, firmware: Firmware): Entry[] {
  const first = lines[0]
  return [
    ['Station_Display_Name', first ? limited(first.displayName, 64) || first.number : ''],
    ['Voice_Mail_Number', limited(spec.voicemail, 64)],
    ['Call_Pickup_Code', pickupCode],
    ['Group_Call_Pickup_Code', pickupCode],
    ['Attendant_Console_Call_Pickup_Code', pickupCode],
    // The server that tells states of others by dialog events (RFC 4235) to each key alone.
    ['Server_Type', 'Asterisk'],
    ['Subscribe_Expires', '1800'],
    ['XML_Directory_Service_Name', phonebookLink ? directoryNames[spec.language] : ''],
    ['XML_Directory_Service_URL', phonebookLink ?? ''],
    ...(firmware === 'spa' ? ([['Default_Character_Encoding', 'UTF-8']] as const) : []),
  ]
}

import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { limited, urlHost } from '../../toolkit/text.ts'
import { codecNames, otherCodecs } from './words.ts'

/** The firmware of a model: the old telephones, the gateways, the multiplatform telephones. */
export type Firmware = 'spa' | 'ata' | 'mpp'
export type Entry = readonly [name: string, value: string]

const nameLength = 64

export function yes(on: boolean): 'Yes' | 'No' {
  return on ? 'Yes' : 'No'
}

/** Parameters of a line, named `Name_n_`. */
export function account(context: RenderContext, firmware: Firmware, slot: number, line: LineSpec | null): Entry[] {
  const values = {
    ...registration(context, line),
    ...media(context, firmware, line),
    ...(firmware === 'mpp' ? secureCall(context) : { Use_Auth_ID: yes(line !== null), Use_Outbound_Proxy: 'No' }),
    ...(firmware === 'ata' ? gatewayPort(context, line) : mailbox(context, line)),
  }
  return Object.entries(values).map(([name, value]): Entry => [`${name}_${slot}_`, value])
}

function registration({ spec, sipPort }: RenderContext, line: LineSpec | null): Record<string, string> {
  return {
    Line_Enable: yes(line !== null),
    Proxy: line ? `${urlHost(spec.host)}:${sipPort}` : '',
    Outbound_Proxy: '',
    SIP_Transport: spec.transport.toUpperCase(),
    Register: yes(line !== null),
    Register_Expires: String(spec.settings.expiry),
    Use_DNS_SRV: 'No',
    Make_Call_Without_Reg: 'No',
    Ans_Call_Without_Reg: 'No',
    Display_Name: line ? limited(line.displayName, nameLength) || line.number : '',
    User_ID: line?.number ?? '',
    Password: line?.password ?? '',
    Auth_ID: line?.authName ?? '',
    SIP_URI: '',
    NAT_Mapping_Enable: 'Yes',
    NAT_Keep_Alive_Enable: 'Yes',
    // Otherwise it asks the sender of a NOTIFY for the account's password.
    'Auth_Resync-Reboot': 'No',
    // Any number and code: the plan that the device comes with is that of North America.
    Dial_Plan: '([0-9*#][0-9*#].)',
    DTMF_Tx_Method: 'AVT',
  }
}

/** Three preferred codecs have a place; which others may be used is said one by one, G.711 always. */
function media({ spec }: RenderContext, firmware: Firmware, line: LineSpec | null): Record<string, string> {
  const known: readonly string[] =
    firmware === 'ata'
      ? ['pcma', 'pcmu', 'g729']
      : firmware === 'spa'
        ? ['g722', 'pcma', 'pcmu', 'g729']
        : Object.keys(codecNames)
  const wanted = line?.fax ? (['pcma', 'pcmu'] as const) : spec.settings.codecs.filter((codec) => known.includes(codec))
  const [first, second, third] = wanted.length > 0 ? wanted : (['pcma', 'pcmu'] as const)
  const nameOf = (codec: keyof typeof codecNames | undefined) => (codec ? codecNames[codec] : 'Unspecified')
  const others = ['g729', 'g722', 'opus'] as const
  return {
    Preferred_Codec: nameOf(first),
    Second_Preferred_Codec: nameOf(second),
    Third_Preferred_Codec: nameOf(third),
    Use_Pref_Codec_Only: 'No',
    ...Object.fromEntries(
      others
        .filter((codec) => known.includes(codec))
        .map((codec) => [`${codecNames[codec]}_Enable`, yes(wanted.some((one) => one === codec))]),
    ),
    ...Object.fromEntries(otherCodecs[firmware].map((name) => [`${name}_Enable`, 'No'])),
    Silence_Supp_Enable: 'No',
  }
}

function secureCall({ spec, srtp }: RenderContext): Record<string, string> {
  const strict = spec.transport === 'tls' ? 'Strict' : 'Required'
  return {
    Secure_Call_Option: srtp === 'required' ? strict : 'Optional',
    Encryption_Method: 'AES 128',
    TLS_Name_Validate: nameValidate(spec.host),
  }
}

/** An address has no name that could be compared with the certificate's. */
function nameValidate(host: string): string {
  return yes(!/^[\d.]+$|:/.test(host))
}

function mailbox({ spec, sipPort }: RenderContext, line: LineSpec | null): Record<string, string> {
  return {
    Mailbox_ID: line?.number ?? '',
    Voice_Mail_Server: line ? `${urlHost(spec.host)}:${sipPort}` : '',
    Voice_Mail_Subscribe_Interval: '3600',
  }
}

/** A port with a fax machine: nothing may touch the sound, and no second call may knock. T.38 is offered on every port. */
function gatewayPort({ spec, srtp }: RenderContext, line: LineSpec | null): Record<string, string> {
  const isFax = line?.fax === true
  return {
    Mailbox_ID: line?.number ?? '',
    Mailbox_Subscribe_URL: line ? `${line.number}@${urlHost(spec.host)}` : '',
    Mailbox_Subscribe_Expires: '3600',
    Secure_Call_Serv: yes(srtp !== 'off'),
    Secure_Call_Setting: yes(srtp !== 'off'),
    Secure_Call_Option: srtp === 'required' ? 'Strict' : 'Optional',
    TLS_Name_Validate: nameValidate(spec.host),
    FAX_Enable_T38: 'Yes',
    FAX_T38_Redundancy: '1',
    FAX_T38_ECM_Enable: 'Yes',
    FAX_T38_Return_to_Voice: 'No',
    FAX_Passthru_Method: 'ReINVITE',
    FAX_Passthru_Codec: spec.country === 'US' ? 'G711u' : 'G711a',
    FAX_Codec_Symmetric: 'Yes',
    FAX_CNG_Detect_Enable: 'Yes',
    FAX_V21_Detect_Enable: 'Yes',
    FAX_Process_NSE: 'Yes',
    FAX_Disable_ECAN: yes(isFax),
    FAX_Tone_Detect_Mode: 'caller or callee',
    Echo_Canc_Enable: yes(!isFax),
    Call_Waiting_Serv: yes(!isFax),
    Three_Way_Call_Serv: yes(!isFax),
    Network_Jitter_Level: isFax ? 'very high' : 'high',
    Jitter_Buffer_Adjustment: yes(!isFax),
  }
}

import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { clean, sipQuoted, sipUser, urlHost } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'

/** Without `overwrite` the app keeps what it has. */
function section(name: string, entries: Record<string, string>): XmlElement {
  return element(
    'section',
    { name },
    Object.entries(entries).map(([key, value]) => element('entry', { name: key, overwrite: 'true' }, value)),
  )
}

export function render(context: RenderContext): string {
  const { spec, lines, link } = context
  const accounts = lines.flatMap((line, index) => (line ? account(context, index, line) : []))
  return writeXml(
    element('config', { xmlns: 'http://www.linphone.org/xsds/lpconfig.xsd' }, [
      section('misc', { 'config-uri': link, transient_provisioning: '0' }),
      section('sip', {
        default_proxy: accounts.length > 0 ? '0' : '-1',
        media_encryption: spec.transport === 'tls' ? 'srtp' : 'none',
        media_encryption_mandatory: '0',
        use_rfc2833: '1',
        use_info: '0',
      }),
      ...accounts,
      ...codecs,
    ]),
  )
}

/** The realm is left out: the switch names its own, and the app finds the password by user and domain. */
function account({ spec, sipPort }: RenderContext, index: number, line: LineSpec): XmlElement[] {
  const host = urlHost(spec.host)
  const user = sipUser(line.number)
  return [
    section(`auth_info_${index}`, {
      username: line.number,
      userid: line.authName,
      passwd: line.password,
      domain: spec.host,
      // After it has registered the app keeps a hash of the password, which goes before the password: one of an old password would be used for good.
      ha1: '',
      realm: '',
    }),
    section(`proxy_${index}`, {
      reg_proxy: `<sip:${host}:${sipPort};transport=${spec.transport}>`,
      reg_identity: `${sipQuoted(clean(line.displayName) || line.number)} <sip:${user}@${host}>`,
      reg_expires: '120',
      reg_sendregister: '1',
      publish: '0',
      avpf: '0',
      quality_reporting_enabled: '0',
      dial_escape_plus: '0',
      voicemail_address: `sip:${sipUser(spec.voicemail)}@${host}`,
      // Push would go through the maker's servers.
      push_notification_allowed: '0',
      remote_push_notification_allowed: '0',
    }),
  ]
}

/** The order is the preference. */
const codecs = [
  { mime: 'opus', rate: '48000', channels: '2' },
  { mime: 'G722', rate: '8000', channels: '1' },
  { mime: 'PCMA', rate: '8000', channels: '1' },
  { mime: 'PCMU', rate: '8000', channels: '1' },
].map((codec, index) => section(`audio_codec_${index}`, { ...codec, enabled: '1' }))

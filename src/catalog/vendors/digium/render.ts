import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { clockTime } from '../../toolkit/clock.ts'
import { limited } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import { isPSeries } from './models.ts'
import { placesOf, revisionOf } from './places.ts'
import { contactsFile, locales, smartBlfFile } from './words.ts'

type Attributes = Readonly<Record<string, string>>

function setting(id: string, value: string | number, more: Attributes = {}): XmlElement {
  return element('setting', { id, value: String(value), ...more })
}

export function render(context: RenderContext): string {
  const revision = revisionOf(placesOf(context))
  const file = (name: string) => `${context.link}${name}?v=${revision}`
  return writeXml(
    element('config', {}, [
      ...login(context),
      ...time(context),
      ...transports(context),
      ...network(context),
      ...keySettings(context),
      element(
        'accounts',
        {},
        context.lines.map((line, index) => account(context, index, line)),
      ),
      element('contacts', { id: 'keys', url: file(contactsFile) }),
      ...(context.phonebookLink ? [element('contacts', { id: 'phonebook', url: context.phonebookLink })] : []),
      element('smart_blf', {}, [element('blf_items', { url: file(smartBlfFile) })]),
      ...context.extra.map(({ name, value }) => setting(name, value)),
    ]),
  )
}

/** Where it fetches from, at power-on and on NOTIFY; a P phone also once in an hour of the night, when nobody speaks. */
function login({ spec, model, link, syncMinute }: RenderContext): XmlElement[] {
  const recheck = { idle_time: '60', days: '0123456', start_time: clockTime(syncMinute).replace(':', ''), hours: '1' }
  return [
    setting('config_server_url', link),
    ...(isPSeries(model) ? [setting('config_recheck', spec.settings.nightlySync ? 1 : 0, recheck)] : []),
    setting('enable_check_sync', 1),
    ...(spec.adminPassword ? [setting('login_password', spec.adminPassword)] : []),
    // The address holds the key, which is nobody's business at the phone.
    setting('use_secure_labels', 1),
    setting('send_mac_with_useragent', 1),
    setting('in_switchvox_environment', 0),
    setting('server_environment', ''),
    setting('allow_app_dev', 0),
    setting('web_ui_enabled', spec.settings.webPage ? 1 : 0),
  ]
}

/** The phones know the zones by their IANA names. */
function time({ spec, ntpServer }: RenderContext): XmlElement[] {
  return [
    setting('time_zone', spec.timeZone),
    setting('time_source', 'ntp'),
    setting('ntp_server', ntpServer),
    setting('ntp_resync', 86_400),
    setting('ntp_prefer_option42', 0),
    setting('locale', locales[spec.language]),
  ]
}

/** An authority of our own can not be brought to the phone, so the check is on only where there is none. */
function transports({ spec, model }: RenderContext): XmlElement[] {
  return [
    setting('accept_local_calls', 'host'),
    setting('transport_udp_enabled', 1),
    setting('transport_tcp_enabled', 1),
    ...(model.transport === 'tls' ? [setting('transport_tls_allowed', 1)] : []),
    setting('allow_insecure_ssl', spec.caCertificate ? 1 : 0),
    setting('udp_ka_interval', 30),
  ]
}

function network({ spec: { settings } }: RenderContext): XmlElement[] {
  return [
    setting('network_vlan_discovery_mode', settings.vlan > 0 ? 'MANUAL' : settings.lldp ? 'LLDP' : 'NONE'),
    setting('network_vlan_id', settings.vlan),
    setting('network_vlan_qos', settings.vlan > 0 ? settings.vlanPriority : 0),
    setting('network_default_enable_openvpn', 0),
  ]
}

/** No group of contacts fills keys by itself. */
function keySettings({ model, modules }: RenderContext): XmlElement[] {
  return [
    setting('enable_blf_on_unused_line_keys', 1),
    setting('blf_contact_group', ''),
    setting('contacts_max_subscriptions', 130),
    ...(model.modules ? [setting('expansion_enable', modules.length > 0 ? 1 : 0, { type: 'EXP100' })] : []),
  ]
}

const nameLength = 64

function account({ spec, sipPort, srtp }: RenderContext, index: number, line: LineSpec | null): XmlElement {
  if (!line) return element('account', { index: String(index), status: '0', register: '0' })
  const name = limited(line.displayName, nameLength) || line.number
  const attributes = {
    index: String(index),
    status: '1',
    register: '1',
    account_id: `line-${index + 1}`,
    username: line.number,
    authname: line.authName,
    password: line.password,
    line_label: name,
    caller_id: name,
    dial_plan: 'x.T3|*x.T3|+x.T3',
    visual_voicemail: '0',
    voicemail: limited(spec.voicemail, nameLength),
    needMwiSubscription: '1',
    conflict: 'replace',
  }
  const host = {
    server: spec.host,
    port: String(sipPort),
    transport: spec.transport,
    media_encryption: srtp === 'off' ? '' : 'sdes',
    reregister: String(spec.settings.expiry),
    retry: '25',
  }
  return element('account', attributes, [
    element('host_primary', host),
    ...[
      ['use_voicemail', '1'],
      ['ignore_calls', '1'],
      ['record_own_calls', '0'],
    ].map(([id = '', value = '']) => element('permission', { id, value })),
  ])
}

import type { RenderContext } from '../../define.ts'
import type { HandsetSpec } from '../../spec.ts'
import { cellRole } from '../../toolkit/cells.ts'
import { dialString, limited, urlHost } from '../../toolkit/text.ts'
import { element, type XmlElement } from '../../toolkit/xml.ts'
import { onOff, setting, userLogin, zoneSettings } from './settings.ts'
import { dectLanguageNames, toneScheme } from './words.ts'

const nameLength = 23

/**
 * The settings of a base: RTX's firmware in Snom's XML (Wazo plug-ins v05.20 and v07.40). Server 1 is the switch; extensions are handset by handset. Both
 * are for the primary of several bases alone, which hands them on to the others: a place that a secondary empties would be empty in all.
 */
export function baseSettings(context: RenderContext): XmlElement[] {
  return [
    ...provisioning(context),
    ...logins(context),
    ...locale(context),
    ...(cellRole(context.spec) === 'secondary'
      ? []
      : [
          ...pairing(context),
          ...server(context),
          ...context.handsets.flatMap((handset, index) => extension(context, index + 1, handset)),
        ]),
  ]
}

/**
 * Beside the settings. Bases of one chain find each other by multicast, and the one that is given the extensions is the primary (Snom wiki; RTX system
 * guide). How they synchronise their radio they settle among themselves, or a person does.
 */
export function multicell({ spec }: RenderContext): XmlElement[] {
  const [primary] = spec.cells
  const own: Readonly<Record<string, string>> = primary
    ? {
        network_sync_enable: 'on',
        network_sync_chain_id: chainId(primary.mac),
      }
    : { network_sync_enable: 'off' }
  return [
    element(
      'multicell',
      {},
      Object.entries(own).map(([name, value]) => element(name, {}, value)),
    ),
  ]
}

/**
 * Five digits (RTX system guide: 5 at most, and no account of the switch) that all bases of a system share and others nearby do not have. The factory's
 * 512 is not among them: with it every system in a network would become one.
 */
function chainId(primaryMac: string): string {
  return String(10_000 + (Number.parseInt(primaryMac.slice(6), 16) % 50_000))
}

function provisioning({ spec, link }: RenderContext): XmlElement[] {
  const { nightlySync, vlan, vlanPriority, webPage } = spec.settings
  return [
    setting('setting_server', link),
    // Every 1440 minutes: the hour is not documented.
    setting('auto_resync_polling', nightlySync ? 'enabled' : 'disabled'),
    setting('auto_resync_period', nightlySync ? '1440' : '0'),
    setting('auto_resync_max_delay', '15'),
    setting('sip_check_sync_always_reboot', 'off'),
    setting('pnp_config', 'off'),
    setting('dhcp_option_pnp', 'off'),
    setting('mqtt_broker_address', ''),
    setting('vlan_id', String(vlan)),
    setting('vlan_qos', vlan > 0 ? String(vlanPriority) : '0'),
    setting('disable_http_server', webPage ? 'disabled' : 'enabled'),
    // An authority of our own must be loaded by hand before the check can be demanded, and who did not would lose the base.
    setting('tls_server_authentication', onOff(spec.caCertificate === undefined)),
  ]
}

/** Three roles; the engineer's is as powerful as the administrator's. */
function logins({ spec, model }: RenderContext): XmlElement[] {
  const admin = spec.adminPassword
  const user = spec.userPassword
  return [
    setting('http_user', 'admin'),
    setting('http_engineer_user', 'engineer'),
    setting('http_basic_user', userLogin(limited(spec.userName ?? '', model.passwords.userName?.maxLength ?? 16))),
    ...(admin ? [setting('http_pass', admin), setting('http_engineer_pass', admin)] : []),
    ...(user ? [setting('http_basic_pass', user)] : []),
  ]
}

function locale({ spec, ntpServer }: RenderContext): XmlElement[] {
  return [
    setting('language', dectLanguageNames[spec.language]),
    setting('web_language', dectLanguageNames[spec.language]),
    setting('tone_scheme', toneScheme(spec.country)),
    setting('timezone_by_country_region', 'off'),
    ...zoneSettings(spec.timeZone),
    setting('ntp_server', ntpServer),
  ]
}

function pairing({ spec, phonebookLink }: RenderContext): XmlElement[] {
  return [
    setting('ac_code', spec.pairingPin ?? '0000'),
    // A handset that is paired takes the place that waits for it.
    setting('auto_dect_register', 'on'),
    // 3 = a server for the XML browser.
    setting('phonebook_server_location', phonebookLink ? '3' : '0'),
    setting('phonebook_location', phonebookLink ?? ''),
  ]
}

function server({ spec, sipPort }: RenderContext): XmlElement[] {
  const host = urlHost(spec.host)
  const own = {
    srv_sip_server_alias: 'vPBX',
    user_host: host,
    user_outbound: `${host}:${sipPort}`,
    srv_sip_transport: spec.transport,
    user_expiry: String(spec.settings.expiry),
    user_dtmf_info: 'off',
    user_srtp: 'disabled',
    srv_srtp_auth: 'off',
    codec_priority_list: spec.settings.codecs.filter((codec) => codec !== 'opus').join(','),
  }
  return Object.entries(own).map(([name, value]) => setting(name, value, 1))
}

function extension({ spec }: RenderContext, slot: number, handset: HandsetSpec | null): XmlElement[] {
  const line = handset?.line
  const own = {
    user_active: onOff(line !== undefined),
    user_name: line?.number ?? '',
    user_pname: line?.authName ?? '',
    user_pass: line?.password ?? '',
    user_realname: line ? limited(line.displayName, nameLength) || line.number : '',
    user_mailbox: line?.number ?? '',
    user_mailnumber: line ? dialString(spec.voicemail) : '',
    subscr_sip_line_name: line?.number ?? '',
    subscr_sip_hs_idx: String(slot),
    subscr_sip_ua_data_server_id: '1',
    subscr_dect_ac_code: spec.pairingPin ?? '0000',
    // All ones: whichever handset comes next.
    subscr_dect_ipui: `0x${handset?.ipui ?? 'FFFFFFFFFF'}`,
  }
  return Object.entries(own).map(([name, value]) => setting(name, value, slot))
}

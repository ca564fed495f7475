import type { RenderContext } from '../../define.ts'
import { lookUpZone } from '../../toolkit/clock.ts'
import { summerTime } from '../../toolkit/summer-time.ts'
import { limited } from '../../toolkit/text.ts'
import { element, type XmlElement } from '../../toolkit/xml.ts'
import { newGateways } from './models-gateways.ts'
import { summerRule } from './summer-rule.ts'
import { gatewayZones } from './words.ts'

/** The half of a gateway that is a router: clock, VLAN, its web page and the logins. */
export function routerConfiguration({ spec, model, ntpServer }: RenderContext): XmlElement {
  const { vlan, lldp, webPage } = spec.settings
  const zone = lookUpZone(gatewayZones, spec.timeZone)
  const summer = summerTime(spec.timeZone)
  const isNew = newGateways.has(model.name)
  const userName = limited(spec.userName ?? '', model.passwords.userName?.maxLength ?? 32) || 'cisco'
  return element('router-configuration', {}, [
    section('WAN_VLAN_Setting', {
      WAN_VLAN_Enable: vlan > 0 ? '1' : '0',
      // The old firmware misspells its own name.
      [isNew ? 'WAN_VLAN_ID' : 'WAN_VALN_ID']: String(vlan || 1),
    }),
    section('CLDP_Setting', { CDP_ENABLE: '0', LLDP_ENABLE: lldp ? '1' : '0' }),
    section('Time_Setup', {
      ...(zone && { Time_Zone: zone }),
      // Goes before what the code of the zone says of summer.
      ...(isNew && { Daylight_Saving_Time_Rule: summer ? summerRule(summer) : '' }),
      Auto_Adjust_Clock: '1',
      Time_Mode: '1',
      Time_Server_Mode: 'manual',
      Time_Server: ntpServer,
    }),
    section('Web_Management', {
      ...(isNew && { Admin_Access: webPage ? '1' : '0' }),
      Web_Utility_Access_HTTP: webPage ? '1' : '0',
      Web_Utility_Access_HTTPS: webPage ? '1' : '0',
      Web_Remote_Management: '0',
      Web_Remote_Upgrade: '0',
    }),
    section('TR_069', { TR_069_Status: '0', TR_069_ACS_URL: '' }),
    element('Bonjour_Enable', {}, '0'),
    element('Web_Login_Admin_Name', {}, 'admin'),
    ...(spec.adminPassword ? [element('Web_Login_Admin_Password', {}, spec.adminPassword)] : []),
    element('Web_Login_Guest_Name', {}, userName),
    ...(spec.userPassword ? [element('Web_Login_Guest_Password', {}, spec.userPassword)] : []),
  ])
}

function section(name: string, values: Readonly<Record<string, string>>): XmlElement {
  return element(
    name,
    {},
    Object.entries(values).map(([key, value]) => element(key, {}, value)),
  )
}

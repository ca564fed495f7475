import type { RenderContext } from '../../define.ts'
import type { ColonSection } from '../../toolkit/colon-sections.ts'

/** Commands by HTTP are closed, and what the phone would tell others by HTTP is empty. */
export const closed: ColonSection = {
  name: 'CTI CONFIG MODULE',
  entries: [
    ['Enabled Active Uri', 0],
    ['Enabled Action Url', 0],
    ['Active Uri IP', ''],
  ],
}

/** Its own address, asked at power-on and once a day; DHCP, the local network and the maker's service are not asked. */
export function provisioning({ spec, link }: RenderContext): ColonSection {
  const at = link.lastIndexOf('/')
  return {
    name: 'AUTOUPDATE CONFIG MODULE',
    entries: [
      ['Default Username', ''],
      ['Default Password', ''],
      ['Device Cfg File Key', ''],
      ['Common Cfg File Key', ''],
      ['Download CommonConf', 0],
      ['FDPS Enable', 0],
      ['Flash Server IP', link.slice(0, at)],
      ['Flash File Name', link.slice(at + 1)],
      ['Flash Protocol', 5],
      ['Flash Mode', spec.settings.nightlySync ? 2 : 1],
      ['Flash Interval', 24],
      ['update PB Interval', 720],
      ['AP Pswd Encryption', 0],
    ],
    parts: [
      { name: 'Sip Pnp List', entries: [['PNP Enable', 0]] },
      {
        name: 'Net Option',
        entries: [
          ['DHCP Option', 0],
          ['DHCPv6 Option', 0],
          ['Dhcp Option 120', 0],
        ],
      },
    ],
  }
}

export function network({ spec }: RenderContext): ColonSection {
  const { vlan, vlanPriority, lldp } = spec.settings
  const priority = vlan > 0 ? vlanPriority : 0
  return {
    name: 'QOS CONFIG MODULE',
    entries: [
      ['Enable VLAN', vlan > 0 ? 1 : 0],
      ['VLAN ID', vlan],
      ['Signalling Priority', priority],
      ['Voice Priority', priority],
      ['Video Priority', priority],
      ['LLDP Transmit', lldp ? 1 : 0],
      ['LLDP Learn Policy', lldp ? 1 : 0],
    ],
  }
}

/** A certificate of a public authority is checked; an authority of our own is not in the file, so that it cannot be demanded. */
export function trust({ spec }: RenderContext): ColonSection {
  const check = spec.caCertificate ? 0 : 1
  const hasName = !/^[\d.]+$|:/.test(spec.host)
  return {
    name: 'DOT1X CONFIG MODULE',
    entries: [],
    parts: [
      {
        name: 'SSL Mode',
        entries: [
          ['Permission CTF', check],
          ['Common Name', hasName ? check : 0],
        ],
      },
    ],
  }
}

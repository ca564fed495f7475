import { family, type ModelFacts, type NamedModel } from '../../define.ts'
import { common } from './common.ts'
import { redirectService } from './redirect.ts'

/** Two ports for analog telephones, each with an account of its own. */
const gateway = {
  ...common,
  kind: 'gateway',
  lineSlots: 2,
  screen: 'none',
  keys: null,
  keyLabels: null,
  fax: 't38',
  passwords: { ...common.passwords, userName: { maxLength: 32 } },
  webLogin: { user: 'admin', password: 'admin' },
} as const satisfies Partial<ModelFacts>

const zones = 'only some codes of its table of time zones are known; for other zones the clock is left as it is'

export const gateways: NamedModel[] = [
  ...family(
    {
      ...gateway,
      tlsVersions: ['1.0'],
      transport: 'udp',
      sources: ['FusionPBX template of the SPA122', 'no source says that it takes TLS above 1.0', zones],
    },
    ['SPA112', 'SPA122'],
  ),
  ...family(
    {
      ...gateway,
      tlsVersions: ['1.2'],
      transport: 'tls',
      redirectService,
      sources: ['provisioning guide of the ATA 191 and 192, FusionPBX template of the ATA192', zones],
    },
    ['ATA191-MPP', 'ATA192-MPP'],
  ),
]

/** Their configuration has one name more for the VLAN, and calls it differently. */
export const newGateways: ReadonlySet<string> = new Set(['ATA191-MPP', 'ATA192-MPP'])

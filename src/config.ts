import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { StartError } from '#domain/start-error.ts'
import { type Parsed, parseAddress, parseDatabaseUrl, parseHost, parsePort, parsePortRange } from './config-values.ts'

export type PortRange = { from: number; to: number }

export type Config = {
  /** Absolute path. */
  data: string
  /** Null: SQLite in the data folder. */
  databaseUrl: string | null
  /** DNS name (ASCII, lower case) or IP address without brackets. */
  host: string
  /** IP address; null when the machine's own addresses are the public ones. */
  publicAddress: string | null
  bind: string
  adminCenterPort: number
  provisioningPort: number
  webPhonePort: number
  sipPort: number
  sipsPort: number
  /** Both ends belong to the range. */
  rtpPorts: PortRange
  /** Absolute path. */
  masterKeyFile: string
}

type Variable<T> = {
  name: string
  type: string
  /** As a person would write it into the environment, or words in brackets for what follows from something else. */
  default: string
  sentence: string
  parse: (text: string) => Parsed<T>
}

const port = (name: string, fallback: number, sentence: string): Variable<number> => ({
  name,
  type: 'port',
  default: String(fallback),
  sentence,
  parse: parsePort,
})

const text = (value: string): Parsed<string> => ({ value })

const variables = {
  data: {
    name: 'RACCORD_DATA',
    type: 'folder',
    default: './data',
    sentence: 'Where databases, certificates and keys are kept.',
    parse: text,
  },
  databaseUrl: {
    name: 'RACCORD_DATABASE_URL',
    type: 'postgres:// address',
    default: '(none: SQLite in the data folder)',
    sentence: 'The PostgreSQL database to use instead of SQLite.',
    parse: parseDatabaseUrl,
  },
  host: {
    name: 'RACCORD_HOST',
    type: 'DNS name or IP address',
    default: "(the machine's own name)",
    sentence:
      'The name under which telephones and browsers reach this server; it goes into configurations and certificates.',
    parse: parseHost,
  },
  publicAddress: {
    name: 'RACCORD_PUBLIC_ADDRESS',
    type: 'IP address',
    default: "(the machine's own address)",
    sentence: 'Behind NAT: the public address that SIP and media name.',
    parse: parseAddress,
  },
  bind: {
    name: 'RACCORD_BIND',
    type: 'IP address',
    default: '0.0.0.0',
    sentence: 'The address on which all ports listen; `::` takes IPv6 as well where the machine has it.',
    parse: parseAddress,
  },
  adminCenterPort: port('RACCORD_ADMINCENTER_PORT', 8443, 'HTTPS port of the AdminCenter and its API.'),
  provisioningPort: port('RACCORD_PROVISIONING_PORT', 8448, 'HTTPS port from which telephones fetch configurations.'),
  webPhonePort: port('RACCORD_WEBPHONE_PORT', 8449, 'HTTPS port of the Web-Phone and of SIP over WebSocket.'),
  sipPort: port('RACCORD_SIP_PORT', 5060, 'SIP over UDP and TCP.'),
  sipsPort: port('RACCORD_SIPS_PORT', 5061, 'SIP over TLS.'),
  rtpPorts: {
    name: 'RACCORD_RTP_PORTS',
    type: 'range of ports',
    default: '30000-30999',
    sentence: 'The UDP ports for voice.',
    parse: parsePortRange,
  },
  masterKeyFile: {
    name: 'RACCORD_MASTER_KEY_FILE',
    type: 'file',
    default: '(master.key in the data folder)',
    sentence: 'The key that seals all secrets in the database; made at the first start. Keep a copy elsewhere.',
    parse: text,
  },
} satisfies Record<string, Variable<string> | Variable<number> | Variable<PortRange>>

/**
 * Reads the RACCORD_* variables. An empty variable counts as absent.
 * @param machineName the default of RACCORD_HOST
 * @throws StartError that lists all faults, one a line
 */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
  machineName: string = hostname(),
): Config {
  const faults = unknownVariables(env)
  const read = <T>(variable: Variable<T>, fallback: string | null): T | null => {
    const given = env[variable.name] || fallback
    if (given === null) return null
    const result = variable.parse(given)
    if ('value' in result) return result.value
    faults.push(`${variable.name}: ${result.fault}`)
    return null
  }
  const must = <T>(variable: Variable<T>, fallback: string, placeholder: T): T =>
    read(variable, fallback) ?? placeholder
  const readPort = (variable: Variable<number>): number => must(variable, variable.default, 0)

  const data = resolve(must(variables.data, variables.data.default, ''))
  const config: Config = {
    data,
    databaseUrl: read(variables.databaseUrl, null),
    host: must(variables.host, machineName, ''),
    publicAddress: read(variables.publicAddress, null),
    bind: must(variables.bind, variables.bind.default, ''),
    adminCenterPort: readPort(variables.adminCenterPort),
    provisioningPort: readPort(variables.provisioningPort),
    webPhonePort: readPort(variables.webPhonePort),
    sipPort: readPort(variables.sipPort),
    sipsPort: readPort(variables.sipsPort),
    rtpPorts: must(variables.rtpPorts, variables.rtpPorts.default, { from: 0, to: 0 }),
    masterKeyFile: resolve(must(variables.masterKeyFile, join(data, 'master.key'), '')),
  }
  faults.push(...clashes(config))
  if (faults.length > 0)
    throw new StartError(`The settings in the environment cannot be used:\n  ${faults.join('\n  ')}`)
  return config
}

/** The table of all variables, for the documentation. */
export function describeConfig(): { name: string; type: string; default: string; sentence: string }[] {
  return Object.values(variables).map(({ parse: _, ...described }) => described)
}

function unknownVariables(env: Record<string, string | undefined>): string[] {
  const known = new Set<string>(Object.values(variables).map((variable) => variable.name))
  return Object.keys(env)
    .filter((name) => name.startsWith('RACCORD_') && !known.has(name))
    .sort()
    .map((name) => `${name}: there is no such variable (known: ${[...known].join(', ')})`)
}

const portKeys = ['adminCenterPort', 'provisioningPort', 'webPhonePort', 'sipPort', 'sipsPort'] as const

/** Ports that are given twice. Ports that could not be read are 0 and do not count. */
function clashes(config: Config): string[] {
  const faults: string[] = []
  const taken = new Map<number, string>()
  for (const key of portKeys) {
    const number = config[key]
    const { name } = variables[key]
    const other = taken.get(number)
    if (number !== 0 && other !== undefined) faults.push(`${name}: ${number} is the port of ${other} already`)
    taken.set(number, name)
  }
  const { from, to } = config.rtpPorts
  if (config.sipPort >= from && config.sipPort <= to && config.sipPort !== 0) {
    faults.push(`${variables.rtpPorts.name}: ${from}-${to} contains ${config.sipPort}, the port of RACCORD_SIP_PORT`)
  }
  return faults
}

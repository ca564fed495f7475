import type { Trunk, TrunkInput } from '../../types.ts'

/** The form: what a person types. An empty password leaves what is stored. */
export interface TrunkValues {
  name: string
  host: string
  port: number | string
  transport: Trunk['transport']
  networks: string
  registers: boolean
  digestName: string
  password: string
  fromDomain: string
  numberFormat: Trunk['numberFormat']
  country: string
  srtp: boolean
  maxCalls: number | string
}

export function trunkValues(trunk: Trunk | null): TrunkValues {
  return {
    name: trunk?.name ?? '',
    host: trunk?.host ?? '',
    port: trunk?.port || '',
    transport: trunk?.transport ?? 'udp',
    networks: trunk?.networks.join('\n') ?? '',
    registers: trunk?.registers ?? true,
    digestName: trunk?.digestName ?? '',
    password: '',
    fromDomain: trunk?.fromDomain ?? '',
    numberFormat: trunk?.numberFormat ?? 'plus',
    country: trunk?.country ?? 'CH',
    srtp: trunk?.srtp ?? false,
    maxCalls: trunk?.maxCalls ?? '',
  }
}

export function trunkBody(values: TrunkValues): TrunkInput {
  const { port, networks, password, maxCalls, digestName, ...others } = values
  // Without a name there is nothing that a password could belong to.
  const secret = digestName.trim() === '' ? null : password || undefined
  return {
    ...others,
    digestName,
    port: port === '' ? 0 : Number(port),
    networks: networks.split(/[\s,;]+/).filter(Boolean),
    maxCalls: maxCalls === '' ? null : Number(maxCalls),
    ...(secret !== undefined && { password: secret }),
  }
}

import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Row } from '#db/schema.ts'
import type { ApiClient } from './api-client.ts'
import { buildFleet, type Fleet, type FleetPhone } from './fleet.ts'
import { createRaccord, type RaccordProcess } from './raccord-process.ts'

/** A whole Raccord with one vPBX, its telephones, a tariff and a trunk, all made through the API: what calls cost can be looked at from outside. */
export interface Telephony {
  raccord: RaccordProcess
  api: ApiClient
  fleet: Fleet
  phones: FleetPhone[]
  vpbxId: string
  /** `address:port` of the switch. */
  target: string
  /** All call records. */
  calls(): Row<'call'>[]
  /** Sum of all days, by scope key. */
  charged(): Map<string, number>
  limit(place: LimitPlace, monthLimit: number | null): Promise<void>
  use(place: LimitPlace): Promise<{ monthUse: number; state: string }>
  remove(): Promise<void>
}

/** `/api/vpbxs/<id>`, `/api/extensions/<id>` (its account) or `/api/lines/<id>`. */
export type LimitPlace = `/api/${'vpbxs' | 'extensions' | 'lines'}/${string}`

export interface RateRow {
  prefix: string
  class: string
  /** As a person writes it. */
  pricePerMinute: string
  connectionFee?: string
  /** Seconds. */
  increments: [first: number, next: number]
}

export interface TelephonySettings {
  /** The first of the six ports of Raccord. */
  base: number
  rtpPorts: string
  extensionCount: number
  trunk: { host: string; port: number }
  rates: RateRow[]
}

/** Starts Raccord; every extension has one telephone, which is not registered. */
export async function startTelephony(settings: TelephonySettings): Promise<Telephony> {
  const raccord = createRaccord(settings.base, { env: { RACCORD_RTP_PORTS: settings.rtpPorts } })
  try {
    await raccord.start()
    return await furnish(raccord, settings)
  } catch (error) {
    await raccord.remove()
    throw error
  }
}

async function furnish(raccord: RaccordProcess, settings: TelephonySettings): Promise<Telephony> {
  const api = await raccord.api()
  await api.call('POST', '/api/trunks', { name: 'Provider', ...settings.trunk, fromDomain: 'provider.test' })
  const tariff = await api.call<{ id: string }>('POST', '/api/tariffs', { name: 'Test', currency: 'CHF' })
  await api.call('PATCH', `/api/tariffs/${tariff.id}`, { isDefault: true })
  const file = Buffer.from(csvOf(settings.rates)).toString('base64')
  const imported = await api.call<{ saved: boolean }>('POST', `/api/tariffs/${tariff.id}/rates`, {
    file,
    mode: 'merge',
  })
  if (!imported.saved) throw new Error(`the tariff is refused: ${JSON.stringify(imported)}`)
  const fleet = await buildFleet(raccord, { extensionCount: settings.extensionCount, phonesEach: 1 })
  const [vpbx] = await api.call<{ id: string }[]>('GET', '/api/vpbxs')
  if (!vpbx) throw new Error('no vPBX')
  const read = <T>(query: string) => readDatabase<T>(join(raccord.data, 'raccord.db'), query)
  return {
    ...{ raccord, api, fleet, phones: fleet.phones, vpbxId: vpbx.id },
    target: `127.0.0.1:${raccord.ports.sip}`,
    calls: () => read<Row<'call'>>('select * from call'),
    charged: () =>
      new Map(
        read<{ scope_key: string; amount: number }>(
          'select scope_key, sum(amount) as amount from charge_day group by scope_key',
        ).map(({ scope_key, amount }) => [scope_key, amount]),
      ),
    limit: async (place, monthLimit) => {
      await api.call('PUT', `${place}/charges`, { monthLimit, dayLimit: null })
    },
    use: (place) => api.call('GET', `${place}/charges`),
    async remove() {
      fleet.close()
      await raccord.remove()
    },
  }
}

function csvOf(rates: RateRow[]): string {
  const rows = rates.map(({ prefix, class: kind, pricePerMinute, connectionFee = '0', increments }) =>
    [prefix, `Destination ${prefix}`, kind, connectionFee, pricePerMinute, ...increments].join(';'),
  )
  const head = 'prefix;destination;class;connection fee;price per minute;first increment;next increment'
  return [head, ...rows, ''].join('\r\n')
}

function readDatabase<T>(file: string, query: string): T[] {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare<[], T>(query).all()
  } finally {
    db.close()
  }
}

import type { ApiClient } from './api-client.ts'
import { createPhone, type Fleet, type FleetExtension, type FleetPhone } from './fleet.ts'
import type { SippAccount } from './sip/sipp.ts'

/** What the API has acknowledged, and what must therefore hold for good. */
export interface Acknowledged {
  /** Extension → its last display name. */
  names: Map<string, string>
  created: { id: string; extension: FleetExtension }[]
  deleted: FleetPhone[]
  /** Digest data that are void, and the telephone whose they were. */
  voided: { phone: FleetPhone; account: SippAccount }[]
  /** Extensions of which the answer to a change never came: anything may be true of them. */
  unsure: Set<string>
}

/** An administrator who changes one thing after another, and writes down each 200. */
export interface Changes {
  acknowledged: Acknowledged
  /** Two hands at work at once. The first one stops after `count` changes, and then runs `last` in the very tick of the last answer; the other ends with it. */
  run(count: number, last?: () => Promise<void> | void): Promise<void>
}

/** Changes these extensions of the fleet alone. */
export function createChanges(api: ApiClient, fleet: Fleet, extensions: readonly FleetExtension[]): Changes {
  const acknowledged: Acknowledged = {
    names: new Map(),
    created: [],
    deleted: [],
    voided: [],
    unsure: new Set(),
  }
  const middle = Math.ceil(extensions.length / 2)
  const hands = [createHand(extensions.slice(0, middle)), createHand(extensions.slice(middle))] as const

  function createHand(own: readonly FleetExtension[]) {
    let turn = 0
    return async (): Promise<void> => {
      const extension = own[turn % own.length]
      const change = kinds[turn % kinds.length]
      turn += 1
      if (!extension || !change || acknowledged.unsure.has(extension.id)) return
      try {
        await change({ api, fleet, acknowledged }, extension, turn)
      } catch {
        acknowledged.unsure.add(extension.id)
      }
    }
  }

  return {
    acknowledged,
    async run(count, last = () => undefined) {
      let done = false
      const [first, second] = hands
      const other = (async () => {
        while (!done) await second()
      })()
      for (let step = 1; step < count; step++) await first()
      await first()
      await last()
      done = true
      await other
    },
  }
}

interface Parts {
  api: ApiClient
  fleet: Fleet
  acknowledged: Acknowledged
}

/** In this order: the last of four takes a registration away. */
const kinds = [rename, add, renew, remove]

async function rename({ api, acknowledged }: Parts, { id }: FleetExtension, turn: number): Promise<void> {
  const displayName = `Poste renommé ${turn}`
  await api.call('PATCH', `/api/extensions/${id}`, { displayName })
  acknowledged.names.set(id, displayName)
}

async function add({ api, acknowledged }: Parts, extension: FleetExtension): Promise<void> {
  acknowledged.created.push({ id: await createPhone(api, extension), extension })
}

async function renew({ api, fleet, acknowledged }: Parts, extension: FleetExtension): Promise<void> {
  await api.call('POST', `/api/extensions/${extension.id}/sip/renew`)
  for (const phone of fleet.phones) {
    if (phone.extension.id === extension.id) acknowledged.voided.push({ phone, account: phone.account })
  }
}

async function remove({ api, fleet, acknowledged }: Parts, extension: FleetExtension): Promise<void> {
  const phone = fleet.phones.find((each) => each.extension.id === extension.id)
  if (!phone) return
  await api.call('DELETE', `/api/devices/${phone.id}`)
  fleet.phones.splice(fleet.phones.indexOf(phone), 1)
  acknowledged.deleted.push(phone)
  acknowledged.voided.push({ phone, account: phone.account })
}

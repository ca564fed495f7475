import { Agent, request } from 'node:https'
import type { ApiClient } from './api-client.ts'
import type { RaccordProcess } from './raccord-process.ts'
import type { SippAccount } from './sip/sipp.ts'

/** A telephone as its owner knows it: its link, and what its configuration said when it was fetched last. */
export interface FleetPhone {
  id: string
  extensionId: string
  lineId: string
  link: string
  account: SippAccount
}

export interface FleetExtension {
  id: string
  lineId: string
  name: string
}

/** Many telephones, made through the API and configured over HTTPS. */
export interface Fleet {
  extensions: FleetExtension[]
  phones: FleetPhone[]
  addPhone(extension: FleetExtension): Promise<FleetPhone>
  /** Status of a fetch, and the body. Rejects when there is no answer. */
  fetch(link: string): Promise<{ status: number; body: string }>
  /** The digest data that its configuration holds now. */
  accountOf(link: string): Promise<SippAccount>
  close(): void
}

const model = 'yealink-t54w'

/** Makes `extensionCount` extensions with `phonesEach` telephones. */
export async function buildFleet(
  raccord: RaccordProcess,
  { extensionCount, phonesEach }: { extensionCount: number; phonesEach: number },
): Promise<Fleet> {
  const api = await raccord.api()
  const agent = new Agent({ ca: raccord.ca(), keepAlive: true, maxSockets: 8 })
  const fetch = (link: string) => fetchOver(agent, link)
  const accountOf = async (link: string) => readAccount(await fetch(link))

  const vpbx = await api.call<{ id: string }>('POST', '/api/vpbxs', { name: 'Flotte SA' })
  const indexes = [...Array(extensionCount).keys()]
  const extensions = await inCompany(indexes, (index) => makeExtension(api, vpbx.id, String(100 + index)))

  async function addPhone(extension: FleetExtension): Promise<FleetPhone> {
    const device = await api.call<{ id: string }>('POST', `/api/lines/${extension.lineId}/devices`, { model })
    const { link } = await api.call<{ link: string }>('POST', `/api/devices/${device.id}/manual`)
    const account = await accountOf(link)
    return { id: device.id, extensionId: extension.id, lineId: extension.lineId, link, account }
  }

  const places = extensions.flatMap((extension) => Array<FleetExtension>(phonesEach).fill(extension))
  const phones = await inCompany(places, addPhone)
  return { extensions, phones, addPhone, fetch, accountOf, close: () => agent.destroy() }
}

async function makeExtension(api: ApiClient, vpbxId: string, number: string): Promise<FleetExtension> {
  const name = `Poste ${number}`
  const made = await api.call<{ id: string; lines: { id: string }[] }>('POST', `/api/vpbxs/${vpbxId}/extensions`, {
    number,
    displayName: name,
  })
  return { id: made.id, lineId: made.lines[0]?.id ?? '', name }
}

/** Results in the order of the items; eight are under way at a time. */
export async function inCompany<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = [...items.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  return results
}

function fetchOver(agent: Agent, link: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'user-agent': 'Yealink SIP-T54W 96.86.0.20 00:15:65:ab:cd:ef' }
    const sent = request(link, { agent, headers }, (reply) => {
      let body = ''
      reply.setEncoding('utf8')
      reply.on('data', (part: string) => {
        body += part
      })
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body }))
      reply.on('error', reject)
    })
    sent.on('error', reject)
    sent.end()
  })
}

function readAccount({ status, body }: { status: number; body: string }): SippAccount {
  const value = (name: string) => new RegExp(`^account\\.1\\.${name} = (.+)$`, 'm').exec(body)?.[1] ?? ''
  const account = { number: value('user_name'), digestName: value('auth_name'), secret: value('password') }
  if (Object.values(account).includes('')) throw new Error(`no account in a configuration of status ${status}`)
  return account
}

import { Agent, request } from 'node:https'
import type { ApiClient } from './api-client.ts'
import type { RaccordProcess } from './raccord-process.ts'
import type { SippAccount } from './sip/sipp.ts'

/** A telephone as its owner knows it: its link, and what its configuration said when it was fetched last. */
export interface FleetPhone {
  id: string
  extension: FleetExtension
  link: string
  account: SippAccount
}

export interface FleetExtension {
  id: string
  lineId: string
}

/** Many telephones, made through the API and configured over HTTPS. */
export interface Fleet {
  extensions: FleetExtension[]
  phones: FleetPhone[]
  /** The telephone of a device that was made: its link and its configuration. */
  setUp(deviceId: string, extension: FleetExtension): Promise<FleetPhone>
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
  const extensions = await inCompany(indexes, (index) => makeExtension(api, vpbx.id, String(2100 + index)))

  async function setUp(id: string, extension: FleetExtension): Promise<FleetPhone> {
    const { link } = await api.call<{ link: string }>('POST', `/api/devices/${id}/manual`)
    return { id, extension, link, account: await accountOf(link) }
  }

  const places = extensions.flatMap((extension) => Array<FleetExtension>(phonesEach).fill(extension))
  const phones = await inCompany(places, async (extension) => setUp(await createPhone(api, extension), extension))
  return { extensions, phones, setUp, fetch, accountOf, close: () => agent.destroy() }
}

/** Resolves to the new device's id when the API has acknowledged it. */
export async function createPhone(api: ApiClient, { lineId }: FleetExtension): Promise<string> {
  return (await api.call<{ id: string }>('POST', `/api/lines/${lineId}/devices`, { model })).id
}

async function makeExtension(api: ApiClient, vpbxId: string, number: string): Promise<FleetExtension> {
  const made = await api.call<{ id: string; lines: { id: string }[] }>('POST', `/api/vpbxs/${vpbxId}/extensions`, {
    number,
    displayName: `Poste ${number}`,
  })
  return { id: made.id, lineId: made.lines[0]?.id ?? '' }
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

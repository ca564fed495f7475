import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createRpc, lookup, removeContacts } from './rpc.ts'

let server: Server | null = null
afterEach(() => server?.closeAllConnections())
afterEach(() => server?.close())

/** An RPC to a server that answers every command with this body; null: it stays silent. */
async function answering(body: string | null): Promise<ReturnType<typeof createRpc>> {
  const started = createServer((_, response) => {
    if (body !== null) response.end(body)
  })
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const { port } = started.address() as AddressInfo // listening on TCP
  return createRpc(() => ({ rpcPort: port, rpcPath: '/rpc' }), 200)
}

const contact = {
  Address: 'sip:21@10.0.0.5:5060',
  Expires: 100,
  'User-Agent': 'Phone',
  Received: 'sip:203.0.113.9:31000;transport=tls',
  Socket: 'tls:10.0.0.1:5061',
  Ruid: 'u1',
  'Last-Modified': 1000,
}
const reply = (change: object) => JSON.stringify({ result: { Contacts: [{ Contact: { ...contact, ...change } }] } })

test.each(['AOR not found in location table', 'AOR has no contacts'])(
  'both ways to say empty are empty: %s',
  async (message) => {
    const rpc = await answering(JSON.stringify({ error: { code: 500, message } }))
    expect(await lookup(rpc, 'aa', 0, 0)).toEqual([])
    await expect(removeContacts(rpc, 'aa')).resolves.toBeUndefined()
  },
)

test('a contact is shown with its true source, and as stale when its connection is older than the switch', async () => {
  const rpc = await answering(reply({}))
  const [fresh] = await lookup(rpc, 'aa', 2_000_000, 1_000_900)
  expect(fresh).toMatchObject({
    sourceIp: '203.0.113.9',
    sourcePort: 31000,
    transport: 'tls',
    lastRegisteredAt: 1_000_000,
    expiresAt: 2_100_000,
    stale: false,
  })
  const [stale] = await lookup(rpc, 'aa', 2_000_000, 1_001_000)
  expect(stale).toMatchObject({ stale: true })
})

test('an IPv6 source and a contact without one are read', async () => {
  const six = await answering(reply({ Received: 'sip:[2001:db8::5]:5070', Socket: 'udp:[2001:db8::1]:5060' }))
  expect((await lookup(six, 'aa', 0, 9_000_000))[0]).toMatchObject({
    sourceIp: '2001:db8::5',
    sourcePort: 5070,
    transport: 'udp',
    stale: false,
  })
  server?.close()
  const none = await answering(reply({ Received: '[not set]', 'User-Agent': '[not set]' }))
  expect((await lookup(none, 'aa', 0, 0))[0]).toMatchObject({
    sourceIp: null,
    sourcePort: null,
    userAgent: '',
    transport: 'tls',
  })
})

test('a contact that has run out is not shown', async () => {
  const rpc = await answering(reply({ Expires: 'expired' }))
  expect(await lookup(rpc, 'aa', 1, 0)).toEqual([])
})

test.each([
  ['silence', null],
  ['no JSON', '<html>'],
  ['another shape', '{"result":{"Contacts":7}}'],
  ['a refusal', '{"error":{"message":"no"}}'],
])('the switch counts as unavailable after %s', async (_, body) => {
  const rpc = await answering(body)
  await expect(lookup(rpc, 'aa', 0, 0)).rejects.toMatchObject({ code: 'switch.unavailable' })
})

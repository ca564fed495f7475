import { expect, test } from 'vitest'
import type { Trunk } from '../port.ts'
import type { ReachableTrunk } from './projection-trunks.ts'
import { RpcFault } from './rpc.ts'
import { createTrunkKeeper } from './trunks.ts'

function trunk(more: Partial<Trunk> = {}): Trunk {
  return {
    ...{ id: 't1', host: 'sip.provider.test', port: 0, transport: 'udp', networks: [], registers: false },
    ...{ digest: null, fromDomain: '', numberFormat: 'plus', callingCode: '41', nationalPrefix: '0' },
    ...{ internationalPrefix: '00', srtp: false, maxCalls: null },
    ...more,
  }
}

/** A keeper whose name server says `addresses`, and what it did. */
function keeper(addresses: Record<string, string[]>, dumped: object[] = []) {
  const written: ReachableTrunk[][] = []
  const commands: string[] = []
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const subject = createTrunkKeeper({
    log,
    isUp: () => true,
    write: async (trunks) => void written.push(trunks),
    resolve: async (host) => addresses[host] ?? [],
    rpc: {
      async call(method, params = []) {
        if (method === 'uac.reg_dump') return dumped
        if (method === 'htable.get') throw new RpcFault('none')
        commands.push(`${method} ${params.join(' ')}`)
        return null
      },
    },
  })
  return { subject, written, commands }
}

test('a name becomes an address to send to, and the addresses that calls may come from', async () => {
  const { subject, written } = keeper({ 'sip.provider.test': ['192.0.2.2', '192.0.2.1'] })
  await subject.replace([trunk()])
  expect(written.at(-1)).toEqual([
    expect.objectContaining({ hop: 'sip:192.0.2.1:5060;transport=udp', networks: ['192.0.2.1/32', '192.0.2.2/32'] }),
  ])
  subject.close()
})

test('networks that are named stay as they are, and an address is asked for nowhere', async () => {
  const { subject, written } = keeper({})
  await subject.replace([trunk({ host: '2001:db8::1', transport: 'tls', networks: ['192.0.2.0/24'] })])
  expect(written.at(-1)).toEqual([
    expect.objectContaining({ hop: 'sip:[2001:db8::1]:5061;transport=tls', networks: ['192.0.2.0/24'] }),
  ])
  subject.close()
})

test('a name without an address has no way, and one whose address is not known now keeps its last', async () => {
  const addresses: Record<string, string[]> = {}
  const { subject, written } = keeper(addresses)
  await subject.replace([trunk()])
  expect(written.at(-1)).toEqual([expect.objectContaining({ hop: '', networks: [] })])
  addresses['sip.provider.test'] = ['192.0.2.1']
  await subject.replace([trunk()])
  delete addresses['sip.provider.test']
  await subject.replace([trunk({ maxCalls: 3 })])
  expect(written.at(-1)).toEqual([
    expect.objectContaining({ hop: 'sip:192.0.2.1:5060;transport=udp', networks: ['192.0.2.1/32'], maxCalls: 3 }),
  ])
  subject.close()
})

test('registrations that changed are read anew, those that are gone are left, the others are not touched', async () => {
  const digest = { name: 'account', secret: 'x' }
  const row = (l_uuid: string) => ({ l_uuid, r_username: 'account', r_domain: 'p', flags: 20 })
  const { subject, commands } = keeper({}, [row('t1'), row('t2'), row('gone')])
  const one = trunk({ host: '192.0.2.1', registers: true, digest })
  const two = trunk({ id: 't2', host: '192.0.2.2', registers: true, digest })
  await subject.replace([one, two])
  commands.length = 0
  await subject.replace([one, { ...two, digest: { name: 'account', secret: 'y' } }])
  expect(commands).toEqual(['uac.reg_remove gone', 'uac.reg_refresh t2'])
  commands.length = 0
  await subject.replace([one, { ...two, digest: { name: 'account', secret: 'y' } }])
  expect(commands).toEqual([])
  expect(await subject.states()).toEqual([
    { id: 't1', registered: true, code: null },
    { id: 't2', registered: true, code: null },
  ])
  subject.close()
})

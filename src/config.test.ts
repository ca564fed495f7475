import { expect, test } from 'vitest'
import { describeConfig, readConfig } from './config.ts'

const faultsOf = (env: Record<string, string>, machine = 'pbx'): string[] => {
  try {
    readConfig(env, machine)
    return []
  } catch (error) {
    return error instanceof Error ? error.message.split('\n  ').slice(1) : []
  }
}

test('an empty environment gives the documented defaults', () => {
  expect(readConfig({ RACCORD_SIP_PORT: '' }, 'pbx')).toEqual({
    data: `${process.cwd()}/data`,
    databaseUrl: null,
    host: 'pbx',
    publicAddress: null,
    bind: '0.0.0.0',
    adminCenterPort: 8443,
    provisioningPort: 8448,
    webPhonePort: 8449,
    sipPort: 5060,
    sipsPort: 5061,
    rtpPorts: { from: 30_000, to: 30_999 },
    masterKeyFile: `${process.cwd()}/data/master.key`,
  })
})

test('each variable lands in its own field', () => {
  const env = {
    RACCORD_DATA: '/var/lib/raccord',
    RACCORD_DATABASE_URL: 'postgres://u:p@db/raccord',
    RACCORD_HOST: 'PBX.Example.ch',
    RACCORD_PUBLIC_ADDRESS: '203.0.113.7',
    RACCORD_BIND: '::',
    RACCORD_ADMINCENTER_PORT: '1',
    RACCORD_PROVISIONING_PORT: '2',
    RACCORD_WEBPHONE_PORT: '3',
    RACCORD_SIP_PORT: '4',
    RACCORD_SIPS_PORT: '65535',
    RACCORD_RTP_PORTS: '40000-40003',
    RACCORD_MASTER_KEY_FILE: '/etc/raccord/key',
  }
  expect(Object.keys(env)).toEqual(describeConfig().map((variable) => variable.name))
  expect(readConfig(env)).toEqual({
    data: '/var/lib/raccord',
    databaseUrl: 'postgres://u:p@db/raccord',
    host: 'pbx.example.ch',
    publicAddress: '203.0.113.7',
    bind: '::',
    adminCenterPort: 1,
    provisioningPort: 2,
    webPhonePort: 3,
    sipPort: 4,
    sipsPort: 65_535,
    rtpPorts: { from: 40_000, to: 40_003 },
    masterKeyFile: '/etc/raccord/key',
  })
})

test('all faults are reported at once, each with its variable', () => {
  expect(
    faultsOf({ RACCORD_SIP_PORT: '70000', RACCORD_RTP_PORTS: '30999-30000', RACCORD_BIND: 'lan', RACCORD_PROT: '1' }),
  ).toEqual([
    expect.stringMatching(/^RACCORD_PROT: there is no such variable/),
    'RACCORD_BIND: lan is not an IP address',
    'RACCORD_SIP_PORT: 70000 is not a port (1-65535)',
    expect.stringMatching(/^RACCORD_RTP_PORTS: 30999-30000 is not a range/),
  ])
})

test('a database address that is refused does not show its password', () => {
  const faults = faultsOf({ RACCORD_DATABASE_URL: 'mysql://root:hunter2@db/x' }).join()
  expect(faults).toContain('RACCORD_DATABASE_URL')
  expect(faults).not.toContain('hunter2')
})

test('one port given twice, or inside the RTP range, is a fault', () => {
  expect(faultsOf({ RACCORD_WEBPHONE_PORT: '8443', RACCORD_SIP_PORT: '30500' })).toEqual([
    'RACCORD_WEBPHONE_PORT: 8443 is the port of RACCORD_ADMINCENTER_PORT already',
    'RACCORD_RTP_PORTS: 30000-30999 contains 30500, the port of RACCORD_SIP_PORT',
  ])
})

test.each([
  'a b',
  'https://pbx.example.ch',
  'pbx:8443',
  '-pbx',
  'pbx..ch',
  '256.1.1.1',
  'pbx_1',
  'x'.repeat(64),
  'a\nb',
])('%j is refused as a host', (host) => {
  expect(faultsOf({ RACCORD_HOST: host })).toHaveLength(1)
})

test.each([
  ['bücher.example', 'xn--bcher-kva.example'],
  ['2001:db8::1', '2001:db8::1'],
  ['192.0.2.1', '192.0.2.1'],
  ['3com.ch', '3com.ch'],
])('%s is a host', (given, read) => {
  expect(readConfig({ RACCORD_HOST: given }).host).toBe(read)
})

test('a machine name that cannot stand in a certificate asks for RACCORD_HOST', () => {
  expect(faultsOf({}, 'my_machine')).toEqual(['RACCORD_HOST: my_machine is neither a DNS name nor an IP address'])
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NumberPlan, PlanLine, Trunk } from '../port.ts'
import { openProjection, type Projection } from './projection.ts'

let directory: string
let file: string
let projection: Projection
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'raccord-projection-'))
  file = join(directory, 'switch.db')
  projection = openProjection(file, null)
})
afterEach(() => {
  projection.close()
  rmSync(directory, { recursive: true })
})

function rows<T>(query: string): T[] {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare<[], T>(query).all()
  } finally {
    db.close()
  }
}
const numbers = () =>
  rows<{ key: string; kind: string; target: string }>('select key, kind, target from number order by key').map(
    ({ key, kind, target }) => `${key} ${kind} ${target}`,
  )

const line = (lineId: string, number: string, more: Partial<PlanLine> = {}): PlanLine => ({
  lineId,
  extensionId: `ext-${lineId}`,
  accountId: 'account',
  kind: number.startsWith('+') ? 'public' : 'internal',
  number,
  extensionNumber: '21',
  displayName: 'Anna',
  ringsToo: null,
  accountMaxCalls: null,
  emergencyNumber: '',
  emergencyLocation: '',
  ...more,
})
const plan = (vpbxId: string, more: Partial<NumberPlan> = {}): NumberPlan => ({
  vpbxId,
  country: 'CH',
  maxCalls: null,
  lines: [],
  teams: [],
  shortNumbers: [],
  ...more,
})
const team = {
  teamId: 't1',
  number: '50',
  name: 'Sales',
  strategy: 'turn' as const,
  ringSeconds: 20,
  lineIds: ['b', 'a'],
}
const trunk: Trunk & { hop: string } = {
  hop: 'sip:192.0.2.1:5061;transport=tls',
  id: 't',
  host: 'sip.example.ch',
  port: 0,
  transport: 'tls',
  networks: ['192.0.2.0/24', '198.51.100.7'],
  registers: true,
  digest: { name: 'user', secret: 'secret' },
  fromDomain: '',
  numberFormat: 'plus',
  callingCode: '41',
  nationalPrefix: '0',
  internationalPrefix: '00',
  srtp: true,
  maxCalls: null,
}

test('internal numbers belong to their vPBX, public ones to everybody', () => {
  projection.replacePlans([
    plan('one', { lines: [line('a', '21'), line('b', '+41445550121')], teams: [team] }),
    plan('two', { lines: [line('c', '21')], shortNumbers: [{ number: '301', dialled: '21' }] }),
  ])
  expect(numbers()).toEqual([
    '+41445550121 line b',
    'one:21 line a',
    'one:50 team t1',
    'two:21 line c',
    'two:301 short 21',
  ])
  expect(rows('select line_id from team_member order by position')).toEqual([{ line_id: 'b' }, { line_id: 'a' }])
})

test('a plan takes the place of what the vPBX had, and leaves others alone', () => {
  projection.replacePlans([
    plan('one', { lines: [line('a', '21')], teams: [team] }),
    plan('two', { lines: [line('c', '21')] }),
  ])
  projection.putPlan(plan('one', { lines: [line('b', '22')] }))
  expect(numbers()).toEqual(['one:22 line b', 'two:21 line c'])
  expect(rows('select * from team_member')).toEqual([])
  projection.removePlan('two')
  expect(numbers()).toEqual(['one:22 line b'])
  expect(rows('select vpbx_id from vpbx')).toEqual([{ vpbx_id: 'one' }])
})

test('a line has its number even when a team or a short number claims it, and a public number follows its latest plan', () => {
  const claims = [{ number: '21', dialled: '112' }]
  projection.putPlan(
    plan('one', { lines: [line('a', '21')], teams: [{ ...team, number: '21' }], shortNumbers: claims }),
  )
  expect(numbers()).toEqual(['one:21 line a'])
  projection.putPlan(plan('two', { lines: [line('b', '+41445550121')] }))
  projection.putPlan(plan('three', { lines: [line('c', '+41445550121')] }))
  projection.putPlan(plan('two'))
  expect(numbers()).toEqual(['+41445550121 line c', 'one:21 line a'])
})

test('names are written as SIP and XML want them, and what is not set as Kamailio can tell it', () => {
  projection.putPlan(plan('one', { lines: [line('a', '21', { displayName: 'A "B" \\ <C>\r\n& Ü' })] }))
  expect(rows('select display, display_xml, rings_too, account_max_calls from line')).toEqual([
    {
      display: '"A \\"B\\" \\\\ <C>  & Ü"',
      display_xml: 'A &#34;B&#34; \\ &#60;C&#62;  &#38; Ü',
      rings_too: '',
      account_max_calls: -1,
    },
  ])
})

test('trunks stand in their order, and those that we register at are known to uac', () => {
  projection.replaceTrunks([trunk, { ...trunk, id: 'u', registers: false, digest: null, maxCalls: 5 }])
  expect(rows('select id, networks, hop, secret, max_calls from trunk order by position')).toEqual([
    {
      id: 't',
      networks: '192.0.2.0/24,198.51.100.7',
      hop: 'sip:192.0.2.1:5061;transport=tls',
      secret: 'secret',
      max_calls: -1,
    },
    {
      id: 'u',
      networks: '192.0.2.0/24,198.51.100.7',
      hop: 'sip:192.0.2.1:5061;transport=tls',
      secret: '',
      max_calls: 5,
    },
  ])
  expect(rows('select l_uuid, auth_username, r_domain from uacreg')).toEqual([
    { l_uuid: 't', auth_username: 'user', r_domain: 'sip.example.ch' },
  ])
  projection.replaceTrunks([])
  expect(rows('select * from uacreg')).toEqual([])
})

test('emergency numbers are found by country', () => {
  projection.replaceEmergencyNumbers({ CH: ['112', '117'], FR: ['112'] })
  expect(rows('select key from emergency order by key').length).toBe(3)
  projection.replaceEmergencyNumbers({ CH: ['112'] })
  expect(rows('select key from emergency')).toEqual([{ key: 'CH:112' }])
})

test('a file of an earlier version is emptied and given its tables', () => {
  projection.close()
  const db = new Database(file)
  db.exec('drop table digest; create table digest (username text primary key); pragma user_version = 0')
  db.close()
  projection = openProjection(file, null)
  expect(projection.count()).toBe(0)
  projection.replaceEmergencyNumbers({ CH: ['112'] })
})

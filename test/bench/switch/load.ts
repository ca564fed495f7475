import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SippAccount } from '../../support/sip/sipp.ts'

/** What a run of SIPp came to. */
export interface Outcome {
  seconds: number
  succeeded: number
  failed: number
}

interface Run {
  scenario: string
  /** Accounts, one a call, in turn. */
  accounts: readonly SippAccount[]
  /** Who is called, by the position of the account. */
  callee?: (index: number) => string
  target: string
  localPort: number
  calls: number
  /** At most so many at a time. */
  parallel: number
}

/** Plays a scenario as fast as the other side answers; SIPp runs on the second processor. */
export async function play(run: Run): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), 'raccord-bench-'))
  const file = (name: string) => join(directory, name)
  writeFileSync(file('scenario.xml'), run.scenario)
  const rows = run.accounts.map(({ number, digestName, secret }, index) =>
    [number, digestName, `[authentication username=${digestName} password=${secret}]`, run.callee?.(index) ?? ''].join(
      ';',
    ),
  )
  writeFileSync(file('accounts.csv'), `SEQUENTIAL\n${rows.join('\n')}\n`)
  const place = ['-i', '127.0.0.1', '-p', String(run.localPort), '-t', 'u1', '-nostdin']
  const pace = ['-m', String(run.calls), '-l', String(run.parallel), '-r', '20000', '-timeout', '120s']
  const words = [
    '-c',
    '1',
    'sipp',
    run.target,
    '-sf',
    file('scenario.xml'),
    '-inf',
    file('accounts.csv'),
    ...place,
    ...pace,
  ]
  const startedAt = performance.now()
  const child = spawn('taskset', words, { cwd: directory, stdio: ['ignore', 'pipe', 'ignore'] })
  let screen = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (part: string) => {
    screen = (screen + part).slice(-20_000)
  })
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve())
  })
  rmSync(directory, { recursive: true, force: true })
  const last = (title: string) =>
    Number([...screen.matchAll(new RegExp(`${title} call\\s*\\|[^|]*\\|\\s*(\\d+)`, 'g'))].at(-1)?.[1] ?? 0)
  return {
    seconds: (performance.now() - startedAt) / 1000,
    succeeded: last('Successful'),
    failed: last('Failed'),
  }
}

/** Answers every call at once and waits for its end. */
export function startAnswering(localPort: number): { end(): Promise<void> } {
  const directory = mkdtempSync(join(tmpdir(), 'raccord-bench-'))
  writeFileSync(join(directory, 'uas.xml'), answering)
  const place = ['-i', '127.0.0.1', '-p', String(localPort), '-t', 'u1', '-nostdin']
  const child = spawn('taskset', ['-c', '1', 'sipp', '-sf', join(directory, 'uas.xml'), ...place], {
    cwd: directory,
    stdio: 'ignore',
  })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    async end() {
      child.kill('SIGKILL')
      await gone
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const sdp = `Content-Type: application/sdp
    Content-Length: [len]

    v=0
    o=bench 1 1 IN IP[local_ip_type] [local_ip]
    s=-
    c=IN IP[local_ip_type] [local_ip]
    t=0 0
    m=audio [auto_media_port] RTP/AVP 8
    a=rtpmap:8 PCMA/8000
`

function request(
  method: string,
  options: { uri: string; to?: string; cseq: number; more: string; body?: string },
): string {
  const { uri, to = '', cseq, more, body = 'Content-Length: 0\n' } = options
  return `
  <send retrans="${method === 'ACK' ? '' : '2000'}"><![CDATA[
    ${method} ${uri} SIP/2.0
    Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch];rport
    From: <sip:[field0]@pbx.test>;tag=[pid]t[call_number]
    To: <${method === 'REGISTER' ? 'sip:[field0]@pbx.test' : 'sip:[field3]@pbx.test'}>${to}
    Call-ID: [call_id]
    CSeq: ${cseq} ${method === 'ACK' ? 'INVITE' : method}
    Contact: <sip:[field0]@[local_ip]:[local_port]>
    ${more}
    Max-Forwards: 70
    ${body}
  ]]></send>`.replace(' retrans=""', '')
}

/** Challenge, credentials, 200. Nothing is lost on loopback: what waits while Kamailio writes to disk must not be sent twice. */
export const registering = `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="register">
  ${request('REGISTER', { uri: 'sip:pbx.test', cseq: 1, more: 'Expires: 3600' })}
  <recv response="401" auth="true" timeout="5000"></recv>
  ${request('REGISTER', { uri: 'sip:pbx.test', cseq: 2, more: 'Expires: 3600\n    [field2]' })}
  <recv response="200" timeout="5000"></recv>
</scenario>`

/** Challenge, credentials, answer, end. */
export const calling = `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="call">
  ${request('INVITE', { uri: 'sip:[field3]@pbx.test', cseq: 1, more: 'Supported: replaces', body: sdp })}
  <recv response="100" optional="true"></recv>
  <recv response="407" auth="true" timeout="5000"></recv>
  ${request('ACK', { uri: 'sip:[field3]@pbx.test', to: '[peer_tag_param]', cseq: 1, more: 'Supported: replaces' })}
  ${request('INVITE', { uri: 'sip:[field3]@pbx.test', cseq: 2, more: '[field2]', body: sdp })}
  <recv response="100" optional="true"></recv>
  <recv response="180" optional="true"></recv>
  <recv response="200" rrs="true" timeout="5000"></recv>
  ${request('ACK', { uri: '[next_url]', to: '[peer_tag_param]', cseq: 2, more: '[routes]' })}
  ${request('BYE', { uri: '[next_url]', to: '[peer_tag_param]', cseq: 3, more: '[routes]' })}
  <recv response="200" timeout="5000"></recv>
</scenario>`

const answering = `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="answer">
  <recv request="INVITE" rrs="true"></recv>
  <send retrans="2000"><![CDATA[
    SIP/2.0 200 OK
    [last_Via:]
    [last_From:]
    [last_To:];tag=[pid]b[call_number]
    [last_Call-ID:]
    [last_CSeq:]
    [last_Record-Route:]
    Contact: <sip:bench@[local_ip]:[local_port]>
    ${sdp}
  ]]></send>
  <recv request="ACK" timeout="5000"></recv>
  <recv request="BYE" timeout="20000"></recv>
  <send><![CDATA[
    SIP/2.0 200 OK
    [last_Via:]
    [last_From:]
    [last_To:]
    [last_Call-ID:]
    [last_CSeq:]
    Content-Length: 0

  ]]></send>
</scenario>`

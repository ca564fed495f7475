import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Debian's SIPp is built without TLS: see tls-bridge.ts. */
export type Transport = 'udp' | 'tcp'

export interface SippAccount {
  digestName: string
  secret: string
  number: string
}

interface Run {
  scenario: string
  transport?: Transport
  /** `address:port` of the switch; absent: SIPp waits for requests. */
  target?: string
  localPort: number
  /** 127.0.0.1 when absent. */
  localAddress?: string
  account?: SippAccount
  /** Milliseconds after which SIPp gives up. */
  timeout?: number
  /** Calls until it is done; 1 when absent. */
  calls?: number
  /** Calls that begin in a second, all of which may run at a time; SIPp's own 10, of which 30 may, when absent. */
  rate?: number
}

const modes: Record<Transport, string> = { udp: 'u1', tcp: 't1' }

/** A running SIPp: whether the scenario went through, and how to end it early. */
export interface Sipp {
  done: Promise<{ ok: boolean; log: string }>
  /** Ends it at once; resolves when its port is free. */
  end(): Promise<void>
}

/** Starts SIPp for one pass of a scenario. */
export async function startSipp(run: Run): Promise<Sipp> {
  const directory = await mkdtemp(join(tmpdir(), 'sipp-'))
  const file = join(directory, 'scenario.xml')
  await writeFile(file, run.scenario)
  const account = run.account
  const child = spawn(
    'sipp',
    [
      ...(run.target === undefined ? [] : [run.target]),
      ...[
        '-sf',
        file,
        '-i',
        run.localAddress ?? '127.0.0.1',
        '-p',
        String(run.localPort),
        '-m',
        String(run.calls ?? 1),
        '-t',
        modes[run.transport ?? 'udp'],
      ],
      ...(run.rate === undefined ? [] : ['-r', String(run.rate), '-l', String(run.calls ?? 1)]),
      ...['-nostdin', '-timeout', `${run.timeout ?? 10_000}ms`, '-timeout_error', '-trace_err', '-trace_msg'],
      ...(account ? ['-s', account.number, '-au', account.digestName, '-ap', account.secret] : []),
    ],
    { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const done = new Promise<{ ok: boolean; log: string }>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', async (code) => {
      for (const name of await readdir(directory)) {
        if (name.endsWith('.log')) log += await readFile(join(directory, name), 'utf8')
      }
      await rm(directory, { recursive: true, force: true })
      resolve({ ok: code === 0, log })
    })
  })
  const end = async () => {
    child.kill('SIGKILL')
    await done
  }
  return { done, end }
}

export interface RegisterOptions {
  account: SippAccount
  target: string
  localPort: number
  transport?: Transport
  /** Final answer that is expected to the REGISTER with an answer to the challenge. */
  expect?: number
  expires?: number
  /** Port of the Contact, when it is not the one that is sent from. */
  contactPort?: number
  userAgent?: string
  /** Milliseconds that the connection stays open after the answer. */
  hold?: number
  domain?: string
}

/** Registers with SIPp; true when the final answer was the expected one. `end` of `startRegister` cuts a held connection. */
export async function register(options: RegisterOptions): Promise<{ ok: boolean; log: string }> {
  const sipp = await startRegister(options)
  return sipp.done
}

export async function startRegister(options: RegisterOptions): Promise<Sipp> {
  return startSipp({
    scenario: registerScenario(options),
    target: options.target,
    localPort: options.localPort,
    account: options.account,
    timeout: 8000 + (options.hold ?? 0),
    ...(options.transport ? { transport: options.transport } : {}),
  })
}

function registerScenario(options: RegisterOptions): string {
  const { expires = 120, expect = 200, hold = 0 } = options
  const request = (cseq: number, authorization: string) => `
  <send retrans="500"><![CDATA[
    REGISTER sip:${options.domain ?? 'pbx.test'} SIP/2.0
    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
    From: <sip:[service]@${options.domain ?? 'pbx.test'}>;tag=[pid]t[call_number]
    To: <sip:[service]@${options.domain ?? 'pbx.test'}>
    Call-ID: [call_id]
    CSeq: ${cseq} REGISTER
    Contact: <sip:[service]@[local_ip]:${options.contactPort ?? '[local_port]'};transport=[transport]>
    User-Agent: ${options.userAgent ?? 'SIPp'}
    ${authorization}
    Expires: ${expires}
    Max-Forwards: 70
    Content-Length: 0

  ]]></send>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="register">
  ${request(1, 'Supported: path')}
  <recv response="401" auth="true"></recv>
  ${request(2, '[authentication]')}
  <recv response="${expect}"></recv>
  ${hold > 0 ? `<pause milliseconds="${hold}"/>` : ''}
</scenario>`
}

export type NotifyAnswer =
  | { kind: 'answers'; code: number }
  | { kind: 'challenges'; code: 401 | 407 }
  | { kind: 'silent' }

/** Waits for a NOTIFY on a UDP port and answers as told. When it challenges it waits for a second one: right credentials get 200, wrong ones 403. */
export async function startNotifyReceiver(
  localPort: number,
  answer: NotifyAnswer,
  account: SippAccount,
): Promise<Sipp> {
  return startSipp({
    scenario: notifyScenario(answer, account),
    localPort,
    account,
    timeout: 12_000,
    calls: answer.kind === 'challenges' ? 2 : 1,
  })
}

const echoed = '[last_Via:]\n    [last_From:]\n    [last_To:];tag=[pid]n\n    [last_Call-ID:]\n    [last_CSeq:]'

function notifyScenario(answer: NotifyAnswer, account: SippAccount): string {
  const reply = (line: string, more = '') => `
  <send><![CDATA[
    SIP/2.0 ${line}
    ${echoed}
    ${more}Content-Length: 0

  ]]></send>`
  if (answer.kind === 'silent') {
    return scenario('<recv request="NOTIFY"></recv><pause milliseconds="7000"/>')
  }
  if (answer.kind === 'answers') {
    return scenario(`<recv request="NOTIFY"></recv>${reply(`${answer.code} Told`)}`)
  }
  const [header, from] =
    answer.code === 401 ? ['WWW-Authenticate', 'Authorization'] : ['Proxy-Authenticate', 'Proxy-Authorization']
  const challenge = `${header}: Digest realm="telephone", nonce="abcdef0123456789", algorithm=MD5, qop="auth"\n    `
  const named = `Digest username=.${account.digestName}., realm=.telephone., nonce=.abcdef0123456789.*response=`
  // SIPp can check the digest of Authorization, not of Proxy-Authorization.
  return scenario(`
  <recv request="NOTIFY">
    <action>
      <ereg regexp="${named}" search_in="hdr" header="${from}:" assign_to="signed"/>
      <verifyauth assign_to="valid" username="${account.digestName}" password="${account.secret}"/>
    </action>
  </recv>
  <nop next="signed" test="signed"></nop>
  ${reply(`${answer.code} Who Is It`, challenge)}
  <nop next="end"></nop>
  <label id="signed"/>
  <nop next="valid" test="${answer.code === 401 ? 'valid' : 'signed'}"></nop>
  ${reply('403 Wrong Credentials')}
  <nop next="end"></nop>
  <label id="valid"/>
  ${reply('200 Told')}
  <label id="end"/>
  <nop></nop>
  <Reference variables="signed,valid"/>`)
}

function scenario(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="notify">${body}</scenario>`
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SippAccount } from './sip/sipp.ts'

/** Many telephones at once, played by one SIPp from a table of accounts. Each contact is named by its digest name. */

interface Crowd {
  accounts: readonly SippAccount[]
  /** `address:port` of the switch. */
  target: string
  /** Where the telephones are: failures are counted by address. */
  from: string
  localPort: number
}

/** Registers each account once; resolves to how many of them got the `expected` final answer. */
export async function registerEach(crowd: Crowd, expected: 200 | 401): Promise<number> {
  const { length } = crowd.accounts
  if (length === 0) return 0
  const sipp = run(crowd, expected, ['-m', String(length), '-r', '200', '-timeout', '20s'])
  await sipp.ended
  return sipp.counts().succeeded
}

/** Registrations that go on, `rate` a second, from the first account to the last and again. */
export interface Load {
  /** Lets those that are under way come to their end; resolves to how they went since the start. */
  finish(): Promise<{ succeeded: number; failed: number }>
  end(): Promise<void>
}

export function startLoad(crowd: Crowd, rate: number): Load {
  const sipp = run(crowd, 200, ['-r', String(rate), '-m', '1000000'])
  return {
    async finish() {
      // SIPp's signal to end when the calls under way have.
      sipp.child.kill('SIGUSR1')
      await sipp.ended
      return sipp.counts()
    },
    async end() {
      sipp.child.kill('SIGKILL')
      await sipp.ended
    },
  }
}

interface Run {
  child: ChildProcess
  ended: Promise<void>
  counts(): { succeeded: number; failed: number }
}

function run({ accounts, target, from, localPort }: Crowd, expected: number, words: string[]): Run {
  const directory = mkdtempSync(join(tmpdir(), 'raccord-load-'))
  const [scenario, table] = [join(directory, 'scenario.xml'), join(directory, 'accounts.csv')]
  writeFileSync(scenario, scenarioText(expected))
  writeFileSync(table, `SEQUENTIAL\n${accounts.map(row).join('\n')}\n`)
  const child = spawn(
    'sipp',
    [target, '-sf', scenario, '-inf', table, '-i', from, '-p', String(localPort), '-t', 'u1', '-nostdin', ...words],
    { cwd: directory, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  let screen = ''
  child.stdout?.setEncoding('utf8')
  child.stdout?.on('data', (part: string) => {
    screen = (screen + part).slice(-20_000)
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => {
      rmSync(directory, { recursive: true, force: true })
      resolve()
    })
  })
  const last = (title: string) =>
    Number([...screen.matchAll(new RegExp(`${title} call\\s*\\|[^|]*\\|\\s*(\\d+)`, 'g'))].at(-1)?.[1] ?? 0)
  return { child, ended, counts: () => ({ succeeded: last('Successful'), failed: last('Failed') }) }
}

function row({ number, digestName, secret }: SippAccount): string {
  return `${number};${digestName};[authentication username=${digestName} password=${secret}]`
}

function scenarioText(expected: number): string {
  const request = (cseq: number, authorization: string) => `
  <send retrans="300"><![CDATA[
    REGISTER sip:localhost SIP/2.0
    Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch];rport
    From: <sip:[field0]@localhost>;tag=[pid]t[call_number]
    To: <sip:[field0]@localhost>
    Call-ID: [call_id]
    CSeq: ${cseq} REGISTER
    Contact: <sip:[field1]@[local_ip]:[local_port]>
    User-Agent: Load
    ${authorization}
    Expires: 600
    Max-Forwards: 70
    Content-Length: 0

  ]]></send>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="register">
  ${request(1, 'Supported: path')}
  <recv response="401" auth="true" timeout="4000"></recv>
  ${request(2, '[field2]')}
  <recv response="${expected}" timeout="4000"></recv>
</scenario>`
}

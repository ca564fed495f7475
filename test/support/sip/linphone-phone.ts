import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from './baresip.ts'
import { until } from './switch.ts'
import type { Telephone, TelephoneOptions } from './telephone.ts'
import { heardIn, lengthOf, writeTone } from './tone.ts'

/** linphonec (package linphone-cli) as a telephone with sound, told what to do on its standard input. Resolves when it takes commands. */
export async function startLinphonePhone(options: TelephoneOptions): Promise<Telephone> {
  const home = mkdtempSync(join(tmpdir(), 'linphone-phone-'))
  // Without this folder it stalls silently.
  mkdirSync(join(home, '.local/share/linphone'), { recursive: true })
  writeFileSync(join(home, 'linphonerc'), settings(options))
  writeTone(join(home, 'tone.wav'), options.tone, 120)
  const recording = join(home, 'heard.wav')
  const words = ['-c', join(home, 'linphonerc'), '-S', ...(options.answers ? ['-a'] : [])]
  const child = spawn('linphonec', words, {
    env: { HOME: home, PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const { log, gone } = listen(child)
  const tell = (command: string) => child.stdin.write(`${command}\n`)
  await until('linphonec takes commands', () => log().includes('linphonec> '))
  for (const command of ['soundcard use files', `play ${join(home, 'tone.wav')}`, `record ${recording}`]) tell(command)
  let passed = 0
  const heard = (from: number) => (existsSync(recording) ? heardIn(recording, from) : new Map<number, number>())
  return {
    registered: () => /egistration on .* successful/.test(log()),
    dial: (target) => tell(`call ${target}`),
    answer: () => tell('answer'),
    hangUp: () => tell('terminate'),
    hold: () => tell('pause'),
    resume: () => tell('resume'),
    transfer: (target) => tell(`transfer ${target}`),
    state: () => stateOf(log()),
    endedBecause: () => [...log().matchAll(/Call \d+ with .+ (?:ended|error)(?: \((.*)\))?/g)].at(-1)?.[1] ?? '',
    heard: () => heard(passed),
    forget() {
      passed = existsSync(recording) ? lengthOf(recording) : 0
    },
    log,
    async end() {
      child.kill('SIGKILL')
      await gone
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const changes: [RegExp, ReturnType<Telephone['state']>][] = [
  [/Receiving new incoming call/, 'incoming'],
  [/Establishing call id/, 'dialling'],
  [/Call \d+ to .+ ringing/, 'ringing'],
  [/Media streams established|Call \d+ with .+ connected/, 'established'],
  [/Call \d+ with .+ (ended|error)/, 'idle'],
]

/** The last of what it printed that says so. */
function stateOf(log: string): ReturnType<Telephone['state']> {
  for (const line of log.split('\n').reverse()) {
    const found = changes.find(([pattern]) => pattern.test(line))
    if (found) return found[1]
  }
  return 'idle'
}

function settings({ account, target, transport, localPort, srtp = false }: TelephoneOptions): string {
  const listening = (name: string) => (name === transport ? localPort : -1)
  const general = [
    '[sip]',
    ...[`sip_port=${listening('udp')}`, `sip_tcp_port=${listening('tcp')}`, `sip_tls_port=${listening('tls')}`],
    // Its own migration would take the next line out again.
    ...['ipv6_migration_done=1', 'use_ipv6=0', `contact=sip:${account.number}@127.0.0.1`, 'guess_hostname=0'],
    ...['verify_server_certs=0', 'verify_server_cn=0', 'default_proxy=0'],
    ...[`media_encryption=${srtp ? 'srtp' : 'none'}`, `media_encryption_mandatory=${srtp ? 1 : 0}`],
    ...[
      '[rtp]',
      `audio_rtp_port=${localPort + 2}`,
      'nortp_timeout=600',
      '[video]',
      'enabled=0',
      '[net]',
      'firewall_policy=0',
    ],
    ...['[sound]', 'echocancellation=0', 'agc=0'],
    // What is recorded has the rate of the codec.
    ...[
      ['opus', 48_000],
      ['speex', 32_000],
      ['speex', 16_000],
      ['speex', 8000],
      ['PCMA', 8000],
      ['PCMU', 8000],
      ['G722', 8000],
    ].flatMap(([mime, rate], index) => [
      `[audio_codec_${index}]`,
      `mime=${mime}`,
      `rate=${rate}`,
      `channels=${mime === 'opus' ? 2 : 1}`,
      `enabled=${mime === 'PCMA' ? 1 : 0}`,
    ]),
  ]
  if (target === null) return `${general.join('\n')}\n`
  const server = `<sip:${target};transport=${transport}>`
  const proxy = [
    ...['[proxy_0]', `reg_proxy=${server}`, `reg_route=${server}`, `reg_identity=sip:${account.number}@pbx.test`],
    ...['reg_expires=120', 'reg_sendregister=1', 'publish=0', 'dial_escape_plus=0'],
    ...['[auth_info_0]', `username=${account.number}`, `userid=${account.digestName}`, `passwd=${account.secret}`],
    ...['realm=raccord', 'domain=pbx.test', 'algorithm=MD5'],
  ]
  return `${[...general, ...proxy].join('\n')}\n`
}

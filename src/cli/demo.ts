import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import type { Config } from '#config.ts'
import type { Actor } from '#domain/actor.ts'
import type { Services } from '#services/index.ts'
import { createDeskPhone, describeEvent } from '#simulator/index.ts'

/** What `raccord start --demo` adds: one vPBX with five extensions, a team, two public numbers and a tariff, two simulated desk phones and, where it is installed, a real Linphone. */

const vpbxName = 'Démo SA'
const people = [
  ['21', 'Réception'],
  ['22', 'Claire Favre'],
  ['23', 'Marco Bernasconi'],
  ['24', 'Ursula Meier'],
  ['25', 'Atelier'],
] as const
const publicNumbers = [
  ['21', '021 555 01 00'],
  ['22', '021 555 01 22'],
] as const
const team = { number: '30', name: 'Équipe vente', strategy: 'all', ringSeconds: 20 } as const
const teamMembers: readonly string[] = ['22', '23', '24']
const tariff = { name: 'Démo', currency: 'CHF' }
const rates = `prefix,destination,class,price per minute,first increment,next increment
41,Suisse,national,0.03,1,1
417,Suisse mobile,mobile,0.18,1,1
41800,Suisse gratuit,free,0,1,1
41900,Suisse numéros surtaxés,premium,2.5,60,60
4118,Suisse renseignements,premium,1.9,60,60
33,France,international,0.06,1,1
39,Italie,international,0.06,1,1
49,Allemagne,international,0.06,1,1
`
const phones = [
  { number: '21', model: 'yealink-t54w', mac: '001565D00021' },
  { number: '22', model: 'snom-d785', mac: '000413D00022' },
  { number: '23', model: 'linphone-app', mac: null },
] as const

export interface Demo {
  stop(): Promise<void>
}

/** Makes the demonstration once; starts its telephones each time. */
export async function startDemo(services: Services, config: Config): Promise<Demo> {
  const lines = await ensureDemo(services)
  const stops: (() => unknown)[] = []
  for (const { number, model, mac } of phones) {
    const lineId = lines.get(number)
    if (!lineId) continue
    const link = await ensureDevice(services, lineId, model, mac)
    stops.push(
      model === 'linphone-app' ? startLinphone(config, link) : startDeskPhone(config, { number, model, mac, link }),
    )
  }
  return {
    async stop() {
      for (const stop of stops) await stop()
    },
  }
}

const operator: Actor = { userId: '', login: 'demo', role: 'provider', vpbxId: null, ip: 'localhost' }

/** Number → line. */
async function ensureDemo(services: Services): Promise<Map<string, string>> {
  const { vpbxs, extensions } = services
  const present = (await vpbxs.list(operator)).find(({ name }) => name === vpbxName)
  const vpbx =
    present ??
    (await vpbxs.create(operator, { name: vpbxName, language: 'fr', country: 'CH', timeZone: 'Europe/Zurich' }))
  if (!present) {
    for (const [number, displayName] of people) await extensions.create(operator, vpbx.id, { number, displayName })
    await makeCalls(services, vpbx.id)
  }
  const all = await extensions.list(operator, vpbx.id)
  return new Map(all.flatMap(({ lines }) => lines.map((line) => [line.number, line.id])))
}

/** Who is reached together and from outside, and what calls cost. There is no trunk: that is a contract with somebody. */
async function makeCalls({ extensions, teams, rights, tariffs }: Services, vpbxId: string): Promise<void> {
  const all = await extensions.list(operator, vpbxId)
  for (const [number, publicNumber] of publicNumbers) {
    const extension = all.find((one) => one.number === number)
    if (extension) await extensions.addLine(operator, extension.id, { kind: 'public', number: publicNumber })
  }
  await rights.changeOfVpbx(operator, vpbxId, { mainNumber: publicNumbers[0][1] })
  const extensionIds = all.filter(({ number }) => teamMembers.includes(number)).map(({ id }) => id)
  await teams.create(operator, vpbxId, { ...team, extensionIds })
  if ((await tariffs.list(operator)).length > 0) return
  const { id } = await tariffs.create(operator, tariff)
  await tariffs.importCsv(operator, id, { file: Buffer.from(rates), mode: 'merge', dryRun: false })
}

async function ensureDevice({ devices }: Services, lineId: string, model: string, mac: string | null): Promise<string> {
  const present = (await devices.list(operator, lineId)).find((device) => device.model.id === model)
  const device = present ?? (await devices.create(operator, lineId, { model }))
  if (!present && mac !== null) await devices.change(operator, device.id, { mac })
  return (await devices.manual(operator, device.id)).link
}

interface DeskPhone {
  number: string
  model: 'yealink-t54w' | 'snom-d785'
  mac: string
  link: string
}

function startDeskPhone(config: Config, { number, model, mac, link }: DeskPhone): () => Promise<void> {
  const phone = createDeskPhone({
    url: link,
    model,
    mac,
    ca: readFileSync(join(config.data, 'tls', 'ca.pem'), 'utf8'),
    onEvent: (event) => process.stdout.write(`  demo ${number} ${model}: ${describeEvent(event)}\n`),
  })
  phone.start()
  return () => phone.stop()
}

/** Debian's linphone-daemon with nothing but its link and our CA; passed over where it is not installed. */
function startLinphone(config: Config, link: string): () => unknown {
  const program = '/usr/bin/linphone-daemon'
  if (!existsSync(program)) {
    process.stdout.write('  demo 23 linphone: not installed (Debian package linphone-cli), left out\n')
    return () => undefined
  }
  const home = join(config.data, 'demo-linphone')
  mkdirSync(join(home, '.local/share/linphone'), { recursive: true })
  const settings = join(home, 'linphonerc')
  const ca = join(config.data, 'tls', 'ca.pem')
  writeFileSync(
    settings,
    `[misc]\nconfig-uri=${link}\n[sip]\nroot_ca=${ca}\nsip_port=-1\nsip_tcp_port=-1\nsip_tls_port=-1\n`,
    { mode: 0o600 },
  )
  const env = { HOME: home, PATH: '/usr/bin:/bin' }
  const child = spawn(program, ['--config', settings], { env, stdio: ['pipe', 'ignore', 'ignore'] })
  const gone = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  process.stdout.write('  demo 23 linphone: a real Linphone starts with its link alone\n')
  return () => quit(child, gone)
}

/** Lets it take its registration back; ended after two seconds in any case. */
async function quit(child: ChildProcessByStdio<Writable, null, null>, gone: Promise<unknown>): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), 2000)
  // It may have ended by itself: then there is nobody to read.
  child.stdin.on('error', () => undefined).end('quit\n')
  await gone
  clearTimeout(timer)
}

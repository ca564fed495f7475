import type { Certificate } from '#switch/kamailio/certificate.ts'
import { createKamailioSwitch, type SwitchOptions } from '#switch/kamailio/index.ts'

interface Held {
  options: Omit<SwitchOptions, 'clock' | 'log' | 'credentialAges' | 'certificate'>
  ages: [string, number][]
  certificate: Certificate
}

/** A process of its own that holds a switch, so that a test can kill it. Options and the credentials' ages come as JSON in its first argument. */
const { options, ages, certificate }: Held = JSON.parse(process.argv[2] ?? '')
const log = () => {}
const held = createKamailioSwitch({
  ...options,
  certificate: () => certificate,
  clock: Date.now,
  log: { info: log, warn: log, error: log },
  credentialAges: async () => new Map(ages),
})
await held.start()
process.stdout.write(`${held.running()?.pid}\n`)
setInterval(() => {}, 60_000)

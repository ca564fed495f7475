import { createKamailioSwitch, type SwitchOptions } from '#switch/kamailio/index.ts'

/** A process of its own that holds a switch, so that a test can kill it. Options and the credentials' ages come as JSON in its first argument. */
const {
  options,
  ages,
}: { options: Omit<SwitchOptions, 'clock' | 'log' | 'credentialAges'>; ages: [string, number][] } = JSON.parse(
  process.argv[2] ?? '',
)
const log = () => {}
const held = createKamailioSwitch({
  ...options,
  clock: Date.now,
  log: { info: log, warn: log, error: log },
  credentialAges: async () => new Map(ages),
})
await held.start()
process.stdout.write(`${held.running()?.pid}\n`)
setInterval(() => {}, 60_000)

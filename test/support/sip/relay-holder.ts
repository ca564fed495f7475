import { readFileSync } from 'node:fs'
import { createMediaRelay, type RelayOptions } from '#switch/rtpengine/index.ts'

type Held = Pick<RelayOptions, 'directory' | 'bind' | 'rtpPorts' | 'runAs'> & { controlPort: number }

/** A process of its own that holds a media relay, so that a test can kill it. Options come as JSON in the file that its first argument names. */
const { controlPort, ...options }: Held = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const log = () => {}
const relay = createMediaRelay({
  ...options,
  controlPort: () => controlPort,
  onLost: log,
  onBack: log,
  clock: Date.now,
  log: { info: log, warn: log, error: log },
})
await relay.start()
process.stdout.write('holds\n')
setInterval(() => {}, 60_000)

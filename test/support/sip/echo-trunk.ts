import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { receives, takesCall } from './call-scenarios.ts'
import { holdsOn } from './hold-on.ts'

/** A provider's side that answers every call at once, waits for its end, and sends back whatever it hears. */
export interface EchoTrunk {
  end(): Promise<void>
}

export function startEchoTrunk(place: { host: string; port: number; mediaPort: number }): EchoTrunk {
  const directory = mkdtempSync(join(tmpdir(), 'raccord-trunk-'))
  // One port for the sound of all calls: it goes back to where it came from.
  const steps = [receives('INVITE'), ...takesCall, ...holdsOn(600_000)]
    .map((step) => step.replace('m=audio 20000', 'm=audio [media_port]'))
    .join('\n')
  const file = join(directory, 'trunk.xml')
  writeFileSync(file, `<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="trunk">${steps}</scenario>`)
  const where = ['-i', place.host, '-p', String(place.port), '-mi', place.host, '-mp', String(place.mediaPort)]
  const child = spawn('sipp', ['-sf', file, ...where, '-rtp_echo', '-t', 'u1', '-nostdin'], {
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

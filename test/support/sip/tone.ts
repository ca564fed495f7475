import { readFileSync, writeFileSync } from 'node:fs'

/** Tones that stay apart after G.711: what each telephone of a test says. Hertz. */
export const tones = [420, 610, 880, 1270, 1840, 2650] as const

const rate = 8000
const window = 1600

/** Writes a WAV file (S16LE, 8 kHz, mono) that is one tone, for so many seconds. */
export function writeTone(file: string, frequency: number, seconds: number): void {
  const data = Buffer.alloc(rate * seconds * 2)
  for (let at = 0; at < rate * seconds; at++)
    data.writeInt16LE(Math.round(9000 * Math.sin((2 * Math.PI * frequency * at) / rate)), at * 2)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  writeFileSync(file, Buffer.concat([head, data]))
}

/**
 * Seconds for which each of the `tones` is heard in a recording (WAV, S16LE), in pieces of a fifth of a second that are mostly that tone. The file may be in the
 * middle of being written: its lengths are not believed. `from`: seconds at its beginning that are left out.
 */
export function heardIn(file: string, from = 0): Map<number, number> {
  const { samples, sampleRate } = readWav(file)
  const size = Math.round((window * sampleRate) / rate)
  const heard = new Map<number, number>()
  for (let at = Math.round(from * sampleRate); at + size <= samples.length; at += size) {
    const piece = samples.subarray(at, at + size)
    const energy = piece.reduce((sum, sample) => sum + sample * sample, 0)
    // Quieter than a hundredth of full scale.
    if (energy / size < 10_000) continue
    for (const tone of tones)
      if (power(piece, tone, sampleRate) / energy > 0.6) heard.set(tone, (heard.get(tone) ?? 0) + size / sampleRate)
  }
  return heard
}

/** Seconds of a recording until now. */
export function lengthOf(file: string): number {
  const { samples, sampleRate } = readWav(file)
  return samples.length / sampleRate
}

/** Goertzel's algorithm: the part of the energy that stands at one frequency, in the unit of the sum of squares. */
function power(piece: Int16Array, frequency: number, sampleRate: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * frequency) / sampleRate)
  let [before, last] = [0, 0]
  for (const sample of piece) [before, last] = [last, sample + factor * last - before]
  return (2 * (before * before + last * last - factor * before * last)) / piece.length
}

const headSize = 44

/** The first channel of a recording. Linphone writes the head of the file, 8 kHz and mono, when the call is over: until then these stand there as zeros. */
function readWav(file: string): { samples: Int16Array; sampleRate: number } {
  const bytes = readFileSync(file)
  if (bytes.length < headSize) return { samples: new Int16Array(), sampleRate: rate }
  const hasHead = bytes.toString('latin1', 0, 4) === 'RIFF'
  const from = hasHead ? bytes.indexOf('data') + 8 : headSize
  const [channels, sampleRate] = hasHead ? [bytes.readUInt16LE(22), bytes.readUInt32LE(24)] : [1, rate]
  const samples = new Int16Array(Math.floor((bytes.length - from) / 2 / channels))
  for (let at = 0; at < samples.length; at++) samples[at] = bytes.readInt16LE(from + at * 2 * channels)
  return { samples, sampleRate }
}

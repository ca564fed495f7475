import { createSocket } from 'node:dgram'

/** One side of the sound of a call: it sends and notes when it heard something last. */
export interface Talker {
  /** UDP on loopback, for its session description. */
  port: number
  /** Sends there from now on, ten packets a second. */
  talkTo(port: number): void
  /** When it heard something last (ms); null: never. */
  lastHeardAt(): number | null
  silence(): void
  close(): void
}

/** G.711, 100 ms a packet. */
const frame = { ms: 100, bytes: 800 }

export async function createTalker(source: number): Promise<Talker> {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const packet = Buffer.alloc(12 + frame.bytes, 0xd5)
  packet.writeUInt16BE(0x8008, 0)
  packet.writeUInt32BE(source, 8)
  let [sequence, heardAt]: [number, number | null] = [0, null]
  let timer: NodeJS.Timeout | null = null
  socket.on('message', () => {
    heardAt = Date.now()
  })
  const silence = () => {
    if (timer) clearInterval(timer)
    timer = null
  }
  return {
    port: socket.address().port,
    talkTo(port) {
      silence()
      timer = setInterval(() => {
        sequence += 1
        packet.writeUInt16BE(sequence & 0xffff, 2)
        packet.writeUInt32BE((sequence * frame.bytes) >>> 0, 4)
        socket.send(packet, port, '127.0.0.1')
      }, frame.ms)
    },
    lastHeardAt: () => heardAt,
    silence,
    close() {
      silence()
      socket.close()
    },
  }
}

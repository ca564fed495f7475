import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { z } from 'zod'
import { writePrivately } from './files.ts'

/**
 * Where Raccord reaches Kamailio on loopback. Another local user can see the ports, so each door asks for something that cannot be guessed.
 * Kept on disk, so that a restarted Raccord finds the process that goes on running.
 */
export interface Doors {
  rpcPort: number
  rpcPath: string
  eventPort: number
  eventToken: string
  /** WebSocket. */
  webPort: number
  webToken: string
  /** UDP, of the media relay; its protocol knows no secret. */
  mediaPort: number
}

const doorsFile = z.object({
  rpcPort: z.number(),
  rpcPath: z.string(),
  eventPort: z.number(),
  eventToken: z.string(),
  webPort: z.number(),
  webToken: z.string(),
  mediaPort: z.number(),
})

/** The doors of the last start; null when there are none that can be read. */
export function readDoors(file: string): Doors | null {
  try {
    return doorsFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** New ports that are free now, new secrets, written to the file. The media relay, which runs by itself, keeps the port that it has. */
export async function makeDoors(file: string, mediaPort: number | null): Promise<Doors> {
  const [rpcPort, eventPort, webPort] = await freePorts()
  const secret = () => randomBytes(24).toString('hex')
  const doors = { rpcPort, rpcPath: `/rpc-${secret()}`, eventPort, eventToken: secret(), webPort, webToken: secret() }
  return keepDoors(file, { ...doors, mediaPort: mediaPort ?? (await freeUdpPort()) })
}

/** The same doors with another port for the media relay. */
export async function moveMedia(file: string, doors: Doors): Promise<Doors> {
  return keepDoors(file, { ...doors, mediaPort: await freeUdpPort() })
}

function keepDoors(file: string, doors: Doors): Doors {
  writePrivately(file, JSON.stringify(doors))
  return doors
}

function freeUdpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4')
    socket.once('error', reject)
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address()
      socket.close(() => resolve(port))
    })
  })
}

/** All at once: asked for one after the other, the system may give the same port twice. */
async function freePorts(): Promise<[number, number, number]> {
  const servers = [createServer(), createServer(), createServer()]
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject)
          server.listen(0, '127.0.0.1', () => {
            const address = server.address()
            if (address === null || typeof address === 'string') reject(new Error('no port'))
            else resolve(address.port)
          })
        }),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  const [first, second, third] = ports
  if (first === undefined || second === undefined || third === undefined) throw new Error('no port')
  return [first, second, third]
}

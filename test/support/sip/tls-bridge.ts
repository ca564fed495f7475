import { createServer, type Socket } from 'node:net'
import { connect } from 'node:tls'

/** A TCP port on loopback whose bytes go on inside TLS, for a SIPp that cannot speak TLS. `close` cuts what runs over it. */
export async function startTlsBridge(port: number, target: { host: string; port: number }): Promise<{ close(): void }> {
  const open = new Set<{ destroy(): void }>()
  const server = createServer((plain: Socket) => {
    const secure = connect({ ...target, rejectUnauthorized: false })
    for (const [socket, other] of [
      [plain, secure],
      [secure, plain],
    ] as const) {
      open.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    close: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

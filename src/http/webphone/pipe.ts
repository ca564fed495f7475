import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { clientAddress } from '../shared/client-address.ts'

/** Headers that the switch believes: what a client sends under these names is dropped. */
const ours = new Set(['x-real-ip', 'x-switch-token', 'x-forwarded-for', 'forwarded', 'cookie', 'authorization'])

/** The head of an upgrade request as the switch gets it: without the session's cookie, with the address that the client really has. */
function headFor(
  {
    url,
    rawHeaders,
    socket,
  }: Pick<IncomingMessage, 'url' | 'rawHeaders'> & { socket: { remoteAddress?: string | undefined } },
  token: string,
): string {
  const lines = [`GET ${url?.split('?')[0] ?? '/'} HTTP/1.1`]
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2)
    if (!ours.has(name.toLowerCase())) lines.push(`${name}: ${value}`)
  }
  lines.push(`X-Real-IP: ${clientAddress(socket.remoteAddress)}`, `X-Switch-Token: ${token}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}

/** Connects an upgraded request with the switch: bytes both ways until one side goes, which ends the other. Returns the function that ends it. */
export function pipeToSwitch(
  request: IncomingMessage,
  client: Duplex,
  { head, door }: { head: Buffer; door: { port: number; token: string } },
  onEnd: () => void,
): () => void {
  const inner = connect({ host: '127.0.0.1', port: door.port })
  let ended = false
  const end = () => {
    if (ended) return
    ended = true
    client.destroy()
    inner.destroy()
    onEnd()
  }
  for (const stream of [client, inner]) stream.on('error', end).on('close', end).on('end', end)
  inner.setNoDelay(true)
  inner.write(headFor(request, door.token))
  if (head.length > 0) inner.write(head)
  client.pipe(inner)
  inner.pipe(client)
  return end
}

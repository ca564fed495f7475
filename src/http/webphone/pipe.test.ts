import { createServer, type Server as HttpServer, request } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pipeToSwitch } from './pipe.ts'

/** A stand-in for the switch's door, which remembers what it was sent and can answer. */
let inner: Server
let outer: HttpServer
let accepted: Socket[]
let received: string
let ended: number
let door: { port: number; token: string }

const portOf = (server: Server | HttpServer) => (server.address() as AddressInfo).port
const listening = (server: Server | HttpServer) =>
  new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

beforeEach(async () => {
  accepted = []
  received = ''
  ended = 0
  inner = createNetServer((socket) => {
    accepted.push(socket.on('error', () => {}))
    socket.on('data', (part) => {
      received += part.toString()
      if (received.endsWith('\r\n\r\n'))
        socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
    })
  })
  await listening(inner)
  door = { port: portOf(inner), token: 't0ken' }
  outer = createServer().on('upgrade', (asked, socket, head) => {
    pipeToSwitch(asked, socket, { head, door }, () => {
      ended++
    })
  })
  await listening(outer)
})
afterEach(() => {
  for (const socket of accepted) socket.destroy()
  inner.close()
  outer.close()
})

function open(headers: Record<string, string> = {}): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const own = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-protocol': 'sip' }
    request({ host: '127.0.0.1', port: portOf(outer), path: '/ws?phone=1', headers: { ...own, ...headers } })
      .on('upgrade', (_, socket) => resolve(socket as Socket))
      .on('error', reject)
      .end()
  })
}

test('what a client claims about its address, and its cookie, do not reach the switch; the true address and the token do', async () => {
  const client = await open({
    'X-Real-IP': '203.0.113.9',
    'x-switch-token': 'guess',
    'X-Forwarded-For': '203.0.113.9',
    cookie: '__Host-raccord=secret',
  })
  expect(received.match(/^x-real-ip: .*$/gim)).toEqual(['X-Real-IP: 127.0.0.1'])
  expect(received.match(/^x-switch-token: .*$/gim)).toEqual(['X-Switch-Token: t0ken'])
  expect(received).not.toMatch(/203\.0\.113\.9|secret|phone=1/)
  expect(received).toMatch(/^sec-websocket-protocol: sip$/im)
  client.destroy()
  await expect.poll(() => ended).toBe(1)
})

test('bytes go both ways, and the end of either side ends the other', async () => {
  const client = await open()
  client.write('from the browser')
  await expect.poll(() => received).toContain('from the browser')
  const heard = new Promise<string>((resolve) => client.once('data', (part) => resolve(part.toString())))
  accepted[0]?.write('from the switch')
  expect(await heard).toBe('from the switch')
  client.destroy()
  await expect.poll(() => accepted[0]?.destroyed || accepted[0]?.readableEnded).toBe(true)
  await expect.poll(() => ended).toBe(1)
  const second = await open()
  const gone = new Promise((resolve) => second.once('close', resolve))
  accepted[1]?.destroy()
  await gone
  expect(ended).toBe(2)
})

test('a switch that is not there ends the client’s connection', async () => {
  inner.close()
  await expect(open()).rejects.toThrow()
  expect(ended).toBe(1)
})

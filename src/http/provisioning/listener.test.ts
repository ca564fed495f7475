import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:https'
import { type AddressInfo, connect as connectPlain } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureCertificates, tlsOptions } from '#services/certificates.ts'
import { createListener } from './listener.ts'

let folder = ''
let ca = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'raccord-listener-'))
  const log = { info: () => undefined, warn: () => undefined }
  await ensureCertificates({ dir: folder, host: 'localhost', publicAddress: null, now: Date.now(), log })
  ca = readFileSync(join(folder, 'ca.pem'), 'utf8')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function start(answer: (end: () => void) => void) {
  const server = createServer(tlsOptions(folder), (_request, response) => answer(() => response.end('done')))
  const listener = createListener(server)
  await listener.listen({ host: '127.0.0.1', port: 0 })
  return { listener, port: (server.address() as AddressInfo).port }
}

test('it ends within its grace although connections hang in the handshake and in the headers', async () => {
  const { listener, port } = await start((end) => end())
  const [silent, slow] = [connectPlain(port, '127.0.0.1'), connect({ host: 'localhost', port, ca })]
  for (const socket of [silent, slow]) socket.on('error', () => undefined)
  await new Promise<void>((resolve) => slow.once('secureConnect', () => slow.write('GET / HTT', () => resolve())))
  const before = Date.now()
  await listener.close()
  expect(Date.now() - before).toBeLessThan(6000)
  silent.destroy()
  slow.destroy()
})

test('what is being answered when it is told to end is answered, and the connection is closed then', async () => {
  const asked = Promise.withResolvers<() => void>()
  const { listener, port } = await start((end) => asked.resolve(end))
  const answer = new Promise<string>((resolve, reject) => {
    request({ host: 'localhost', port, ca, headers: { connection: 'keep-alive' } }, (reply) => {
      let body = ''
      reply.on('data', (part) => {
        body += part
      })
      reply.on('end', () => resolve(body))
    })
      .on('error', reject)
      .end()
  })
  const end = await asked.promise
  const closed = listener.close()
  end()
  expect(await answer).toBe('done')
  const answered = Date.now()
  await closed
  expect(Date.now() - answered).toBeLessThan(1500)
})

test('a port that is taken is an error with its code', async () => {
  const { listener, port } = await start((end) => end())
  const second = createListener(createServer(tlsOptions(folder)))
  await expect(second.listen({ host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await listener.close()
})

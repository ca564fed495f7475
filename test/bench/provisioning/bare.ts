// What Node itself takes: node:https with one answer that stands in memory, no look-up, no row, the same certificates.
// node bare.ts <folder of the certificates> <port> <file that is the body>
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tlsOptions } from '#services/certificates.ts'

const [, , tlsFolder = '', port = '', file = ''] = process.argv
const body = readFileSync(file)
const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-length': String(body.length) }
const server = createServer(tlsOptions(tlsFolder), (_request, response) => {
  response.writeHead(200, headers).end(body)
})
server.listen({ host: '127.0.0.1', port: Number(port) }, () => process.send?.('ready'))
process.once('SIGTERM', () => process.exit(0))

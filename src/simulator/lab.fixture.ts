import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Debian puts them; the second is outside the PATH of ordinary users. */
const programs = { openssl: '/usr/bin/openssl', kamailio: '/usr/sbin/kamailio' }

/** A folder of its own below the system's temporary one. */
export function temporaryFolder(): string {
  const parent = join(tmpdir(), 'simulator')
  mkdirSync(parent, { recursive: true })
  return mkdtempSync(join(parent, 'lab-'))
}

/** Asks again until `ask` gives something, or throws what it said last after `milliseconds`. */
export async function eventually<T>(ask: () => Promise<T | null>, milliseconds = 8000): Promise<T> {
  const end = Date.now() + milliseconds
  for (;;) {
    const answer = await ask().catch((error: unknown) => {
      if (Date.now() > end) throw error
      return null
    })
    if (answer !== null) return answer
    if (Date.now() > end) throw new Error('it did not come about in time')
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

export interface TestCertificate {
  readonly ca: string
  readonly certFile: string
  readonly keyFile: string
}

/** A certification authority, and a certificate for localhost that it signed. */
export function makeCertificate(folder: string, name: string): TestCertificate {
  const at = (file: string) => join(folder, `${name}-${file}`)
  const openssl = (...args: string[]) => execFileSync(programs.openssl, args, { stdio: 'pipe' })
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl('req', '-x509', ...newKey, '-keyout', at('ca.key'), '-out', at('ca.pem'), '-subj', `/CN=${name} CA`)
  openssl('req', ...newKey, '-keyout', at('key.pem'), '-out', at('csr.pem'), '-subj', '/CN=localhost')
  writeFileSync(at('san'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n')
  const signing = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('san')]
  openssl('x509', '-req', '-in', at('csr.pem'), ...signing, '-out', at('cert.pem'))
  return { ca: readFileSync(at('ca.pem'), 'utf8'), certFile: at('cert.pem'), keyFile: at('key.pem') }
}

export interface FileServer {
  /** What is asked for, oldest first. */
  readonly requests: { path: string; userAgent: string; ifNoneMatch: string | undefined; status: number }[]
  /** Path → text of the file; changed while it runs. */
  readonly files: Map<string, string>
  stop(): Promise<void>
}

/** Serves texts with an entity tag; anything else is 404. */
export async function startFileServer(port: number, certificate: TestCertificate | null): Promise<FileServer> {
  const requests: FileServer['requests'] = []
  const files = new Map<string, string>()
  const handler: http.RequestListener = (request, response) => {
    const path = request.url ?? ''
    const body = files.get(path)
    const etag = `"${createHash('sha256')
      .update(body ?? '')
      .digest('hex')}"`
    const ifNoneMatch = request.headers['if-none-match']
    const status = body === undefined ? 404 : ifNoneMatch === etag ? 304 : 200
    requests.push({ path, userAgent: request.headers['user-agent'] ?? '', ifNoneMatch, status })
    response.writeHead(status, status === 404 ? {} : { etag })
    response.end(status === 200 ? body : undefined)
  }
  const server =
    certificate === null
      ? http.createServer(handler)
      : https.createServer(
          { cert: readFileSync(certificate.certFile), key: readFileSync(certificate.keyFile) },
          handler,
        )
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    requests,
    files,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export interface RegistrarPorts {
  readonly sip: number
  readonly sips: number
  readonly door: number
}

export interface Contact {
  readonly address: string
  readonly userAgent: string
  readonly expires: number
}

/** A real Kamailio that takes every user with the digest name and password below. */
export interface Registrar {
  contacts(user: string): Promise<readonly Contact[]>
  /** Sends a request to a contact; the status of its answer. */
  send(method: string, contact: string, headers: readonly string[]): Promise<number>
  /** Sends a NOTIFY, and once more with an answer to the challenge; the status after that. */
  notifyWithPassword(contact: string, event: string, password: string): Promise<number>
  /** Everything that it wrote. */
  output(): string
  kill(): Promise<void>
}

const digestName = 'a7k2'
const digestPassword = 's3cret'

export async function startRegistrar(ports: RegistrarPorts, certificate: TestCertificate): Promise<Registrar> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'kamailio.cfg'), configuration(ports, certificate))
  const memory = ['-m', '32', '-M', '8']
  const child = spawn(
    programs.kamailio,
    ['-DD', '-E', '-f', join(folder, 'kamailio.cfg'), '-Y', folder, '-w', folder, ...memory],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (written += String(data)))
  const door = `http://127.0.0.1:${ports.door}`
  const notify = async (headers: Record<string, string>) => {
    const id = randomUUID()
    await fetch(`${door}/notify`, { headers: { ...headers, 'X-Id': id } })
    const line = new RegExp(`NOTIFY-${id}=(\\d+) (.*)`)
    const [, status, challenge] = await eventually(async () => line.exec(written))
    return { status: Number(status), challenge: challenge ?? '' }
  }
  const rpc = (method: string, params: unknown[]) => call(`${door}/RPC`, method, params)
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(written)
    return rpc('core.version', [])
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${written}`)
  })
  return {
    output: () => written,
    async kill() {
      await killGroup(child)
      rmSync(folder, { recursive: true, force: true })
    },
    contacts: (user) => lookUp(rpc, user),
    async send(method, contact, headers) {
      const own = ['From: <sip:pbx.test>', `To: <${contact}>`, `Contact: <sip:127.0.0.1:${ports.sip}>`]
      const text = [...own, ...headers].map((each) => `${each}\r\n`).join('')
      const answer = await rpc('tm.t_uac_wait', [method, contact, '.', '.', text])
      return Number(/\d{3}/.exec(JSON.stringify(answer))?.[0])
    },
    async notifyWithPassword(contact, event, password) {
      const first = await notify({ 'X-Contact': contact, 'X-Event': event })
      const credentials = digestAnswer(first.challenge, password, contact)
      return (await notify({ 'X-Contact': contact, 'X-Event': event, 'X-Credentials': credentials })).status
    },
  }
}

/** What a client answers to a challenge, without qop (RFC 2069 form). */
function digestAnswer(challenge: string, password: string, uri: string): string {
  const md5 = (text: string) => createHash('md5').update(text).digest('hex')
  const [realm, nonce] = ['realm', 'nonce'].map((name) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1])
  const response = md5(`${md5(`${digestName}:${realm}:${password}`)}:${nonce}:${md5(`NOTIFY:${uri}`)}`)
  return `Digest username="${digestName}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${response}"`
}

async function call(url: string, method: string, params: unknown[]): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(8000) })
  return response.json()
}

/** The part of `ul.lookup` that is read here. */
interface LookUpAnswer {
  readonly result?: {
    readonly Contacts?: readonly { Contact: { Address: string; 'User-Agent': string; Expires: number } }[]
  }
}

async function lookUp(rpc: (method: string, params: unknown[]) => Promise<unknown>, user: string) {
  const answer = (await rpc('ul.lookup', ['location', user])) as LookUpAnswer // an unknown user is an error object
  return (answer.result?.Contacts ?? []).map(({ Contact }) => ({
    address: Contact.Address,
    userAgent: Contact['User-Agent'],
    expires: Contact.Expires,
  }))
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  // Kamailio's children outlive a killed parent: the whole group must go.
  process.kill(-child.pid, 'SIGKILL')
  await once(child, 'close')
}

function configuration(ports: RegistrarPorts, certificate: TestCertificate): string {
  const modules = ['tls', 'jsonrpcs', 'kex', 'tm', 'sl', 'pv', 'usrloc', 'registrar', 'textops', 'siputils', 'xlog']
  return `#!KAMAILIO
debug=1
log_stderror=yes
children=1
tcp_children=1
auto_aliases=no
alias="pbx.test"
enable_tls=yes
tcp_accept_no_cl=yes
listen=udp:0.0.0.0:${ports.sip} advertise 127.0.0.1:${ports.sip}
listen=tcp:127.0.0.1:${ports.sip}
listen=tls:127.0.0.1:${ports.sips}
listen=tcp:127.0.0.1:${ports.door}
mpath="${moduleFolder()}/"
${[...modules, 'auth', 'xhttp', 'uac'].map((name) => `loadmodule "${name}.so"`).join('\n')}
modparam("tls","certificate","${certificate.certFile}")
modparam("tls","private_key","${certificate.keyFile}")
modparam("tls","tls_method","TLSv1.2+")
modparam("jsonrpcs","transport",1)
modparam("usrloc","db_mode",0)
modparam("registrar","min_expires",5)
modparam("tm","fr_timer",4000)
modparam("uac","restore_mode","none")
request_route {
  if(!is_method("REGISTER")) { sl_send_reply("405","Not here"); exit; }
  if(!pv_www_authenticate("pbx.test","${digestPassword}","0") || $au!="${digestName}") {
    www_challenge("pbx.test","1"); exit;
  }
  save("location");
}
event_route[xhttp:request] {
  if($hu=~"^/RPC") { jsonrpc_dispatch(); exit; }
  $uac_req(all)=$null;
  $uac_req(method)="NOTIFY";
  $uac_req(ruri)=$hdr(X-Contact);
  $uac_req(furi)="sip:pbx.test";
  $uac_req(turi)=$hdr(X-Contact);
  $var(credentials)="";
  if($hdr(X-Credentials)!=$null) $var(credentials)="Authorization: "+$hdr(X-Credentials)+"\\r\\n";
  $uac_req(hdrs)="Event: "+$hdr(X-Event)+"\\r\\nSubscription-State: terminated\\r\\n"+$var(credentials);
  $uac_req(evroute)=1;
  $uac_req(evparam)=$hdr(X-Id);
  uac_req_send();
  xhttp_reply("200","OK","text/plain","");
}
event_route[uac:reply] { xlog("L_ERR","NOTIFY-$uac_req(evparam)=$uac_req(evcode) $hdr(WWW-Authenticate)\\n"); }
`
}

/** Debian keeps the modules below the name of the machine's architecture. */
function moduleFolder(): string {
  const found = readdirSync('/usr/lib')
    .map((name) => join('/usr/lib', name, 'kamailio/modules'))
    .find((path) => existsSync(path))
  if (found === undefined) throw new Error('Kamailio is not installed')
  return found
}

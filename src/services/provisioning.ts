import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import {
  type ConfigFile,
  fetches,
  findModel,
  type Model,
  macInFileName,
  models,
  type ParsedUserAgent,
  parseUserAgent,
  renderFile,
} from '#catalog/index.ts'
import type { Database } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { hashAccessKey, isAccessKey } from '#domain/access-key.ts'
import type { AppShop } from '#domain/app.ts'
import type { Clock } from '#domain/clock.ts'
import type { AccessWriter } from './access-writer.ts'
import { ticketLinks } from './app-code.ts'
import { createTicketDesk } from './app-tickets.ts'
import { writeAudit } from './audit.ts'
import type { DeviceSpecBuilder } from './device-spec.ts'
import { deviceSubject } from './device-view.ts'
import type { PhonebookFiles } from './phonebook-files.ts'
import type { Settings } from './settings.ts'
import { shopLinksOf } from './shop-links.ts'

/** A rendered file, ready to be sent. */
export interface ProvisioningFile {
  body: Buffer
  /** Made when the first phone asks for it. */
  gzipped(): Promise<Buffer>
  contentType: string
  /** Strong validator: the hash of the body, quoted. */
  etag: string
}

export interface FetchRequest {
  /** What stands in the place of the key; anything at all. */
  key: string
  /** The name behind the key; null for `/<key>.cfg`. */
  fileName: string | null
  /** What stands behind the `?`; anything at all. */
  query?: string
  ip: string
  userAgent: string
}

/** A live key and its file. The server calls `record` with the status that it answered. */
export interface Fetched {
  file: ProvisioningFile
  record(status: 200 | 304): void
}

/** A live ticket: an app that asks gets its configuration, which uses the ticket up; anybody else a page that says what to do, and nothing is used. */
export type Opened =
  | { kind: 'configuration'; fetched: Fetched }
  | { kind: 'page'; appName: string; maker: string; opens: string | null; shops: { shop: AppShop; url: string }[] }

type HotRow = Pick<Row<'device'>, 'id' | 'vpbx_id' | 'line_id' | 'mac' | 'model' | 'config_version'>

const fetchingApps = models.flatMap(({ vendor, app }) =>
  app?.delivery === 'link' ? [{ vendor, marks: app.fetchMarks }] : [],
)

/** Rendered bodies that are kept: bytes, not devices, are counted. */
const cacheBytes = 48 * 1024 * 1024
const gzipAsync = promisify(gzip)

export interface ProvisioningParts {
  database: Database
  clock: Clock
  settings: Settings
  buildSpec: DeviceSpecBuilder
  phonebookFile: PhonebookFiles
  accessWriter: AccessWriter
}

export type ProvisioningService = ReturnType<typeof createProvisioningService>

export function createProvisioningService(parts: ProvisioningParts) {
  const { database, clock, settings, buildSpec, phonebookFile, accessWriter } = parts
  const { db } = database
  const byKeyHash = database.prepare<string, HotRow>(
    'select id, vpbx_id, line_id, mac, model, config_version from device where access_key_hash = ?',
  )
  const deviceByKeyHash = database.prepare<string, Row<'device'>>('select * from device where access_key_hash = ?')
  const tickets = createTicketDesk({ database, clock })
  const cache = new LRUCache<string, { version: number; file: ProvisioningFile }>({
    maxSize: cacheBytes,
    // The compressed copy, when there is one, is smaller than the body.
    sizeCalculation: ({ file }) => 2 * file.body.length + 512,
  })
  /** How often everything was forgotten. */
  let era = 0

  // Some forty patterns are tried; telephones say the same each time.
  const agents = new LRUCache<string, { parsed: ParsedUserAgent | null }>({ max: 5000 })
  const toldForeign = new LRUCache<string, true>({ max: 10_000, ttl: 3_600_000 })

  /**
   * Null for everything that is not a live key of a device and a file of that device. Whatever was asked, one hash is made and one look-up is done,
   * so that a wrong key takes no other time than a malformed one.
   */
  async function fetch(request: FetchRequest): Promise<Fetched | null> {
    const keyHash = hashAccessKey(request.key)
    const [row] = await byKeyHash(keyHash)
    if (!row || !isAccessKey(request.key)) return null
    const file = (await phonebookOf(row, request)) ?? (await fileOf(row, keyHash, request.fileName))
    if (file === null) {
      await refused(row, request)
      return null
    }
    return { file, record: (status) => record(row, request, status) }
  }

  /**
   * What a link from a QR code opens; null when its place holds no ticket that could be used now. `fetching`: the request says that an app makes it, and takes
   * the body. Of several at the same time one gets the configuration, the others null.
   */
  async function openTicket(request: FetchRequest & { fetching: boolean }): Promise<Opened | null> {
    const hash = hashAccessKey(request.key)
    const seen = await tickets.look(hash)
    if (seen === null || request.fileName !== null || !isAccessKey(request.key)) return null
    const device = await db.selectFrom('device').selectAll().where('id', '=', seen).executeTakeFirst()
    const model = device && findModel(device.model)
    if (!model) return null
    if (!request.fetching) return { kind: 'page', ...(await pageOf(model, request.key)) }
    return (await tickets.use(hash)) ? exchanged(device, request) : null
  }

  /**
   * `row` was read before the ticket was used. Whatever renews its key voids the ticket in the same transaction, so its key was live when the ticket was used;
   * it must be so still when everything is read, or the old code would have opened what came after it.
   */
  async function exchanged(row: Row<'device'>, request: FetchRequest): Promise<Opened | null> {
    const file = await fileOf(row, row.access_key_hash, null)
    const [live] = await byKeyHash(row.access_key_hash)
    if (!live || file === null) return null
    const subject = await deviceSubject(db, row)
    await writeAudit(db, clock, { ip: request.ip }, { action: 'ipPhone.codeUsed', subject, vpbxId: row.vpbx_id })
    return { kind: 'configuration', fetched: { file, record: (status) => record(row, request, status) } }
  }

  async function pageOf(model: Model, ticket: string) {
    const { app_name: appName } = await db.selectFrom('provider').select('app_name').executeTakeFirstOrThrow()
    const { opens } = ticketLinks(model, settings, ticket)
    return { appName, maker: model.vendorName, opens, shops: await shopLinksOf(db, model.id) }
  }

  /** Whether the headers are those of an app that fetches its configuration, not of a browser or a messenger's preview. */
  function isApp(headers: Readonly<Record<string, unknown>>): boolean {
    const userAgent = String(headers['user-agent'] ?? '')
    const maker = agentOf(userAgent)?.vendor
    return fetchingApps.some(
      ({ vendor, marks }) =>
        vendor === maker ||
        (marks !== undefined &&
          (marks.header in headers || marks.userAgents.some((pattern) => pattern.test(userAgent)))),
    )
  }

  async function fileOf(row: HotRow, keyHash: string, fileName: string | null): Promise<ProvisioningFile | null> {
    const startedIn = era
    const cacheKey = `${row.id}/${fileName ?? ''}`
    const cached = cache.get(cacheKey)
    if (cached?.version === row.config_version) return cached.file
    // By the key once more: one that was renewed a moment ago must not open the configuration that holds the new one.
    const [device] = await deviceByKeyHash(keyHash)
    const model = device && findModel(device.model)
    if (!device || !model || !fetches(model)) return null
    const rendered = renderFile(await buildSpec(device), fileName)
    if (rendered === null) return null
    const file = readyToSend(rendered)
    // Of a device without a MAC any name with a MAC is its file: as many as somebody cares to think up.
    const isBounded = fileName === null || row.mac !== null
    // What was begun before everything was forgotten may hold what was to be forgotten.
    if (isBounded && startedIn === era) cache.set(cacheKey, { version: device.config_version, file })
    return file
  }

  /** Never kept: it changes without its device, and has as many pages as somebody cares to ask for. */
  async function phonebookOf(
    row: HotRow,
    { key, fileName, query = '' }: FetchRequest,
  ): Promise<ProvisioningFile | null> {
    const model = fileName === null ? undefined : findModel(row.model)
    if (!model || fileName === null) return null
    const rendered = await phonebookFile({ model, vpbxId: row.vpbx_id, accessKey: key, fileName, query })
    return rendered && readyToSend(rendered)
  }

  /** A live key with a file that is not this device's: nothing is given, and another MAC in the name is worth a line in the audit. */
  async function refused(row: HotRow, request: FetchRequest): Promise<void> {
    record(row, request, 404)
    const model = findModel(row.model)
    const named = model && request.fileName !== null ? macInFileName(model, request.fileName) : null
    if (named === null || row.mac === null || named === row.mac) return
    const subject = `${named} ≠ ${row.mac}`
    // A telephone that is set up wrongly asks every minute.
    if (toldForeign.has(`${row.id} ${subject}`)) return
    toldForeign.set(`${row.id} ${subject}`, true)
    await writeAudit(db, clock, { ip: request.ip }, { action: 'device.foreignMac', subject, vpbxId: row.vpbx_id })
  }

  function agentOf(header: string): ParsedUserAgent | null {
    const known = agents.get(header)
    if (known) return known.parsed
    const parsed = parseUserAgent(header)
    if (header.length <= 300) agents.set(header, { parsed })
    return parsed
  }

  function record(row: HotRow, request: FetchRequest, status: number): void {
    const agent = agentOf(request.userAgent)
    const access = {
      created_at: clock(),
      device_id: row.id,
      ip: request.ip,
      user_agent: clean(request.userAgent, 300),
      file: clean(request.fileName ?? '', 100),
      status,
      make: agent?.vendor ?? null,
      model: agent?.model ?? null,
      firmware: agent?.firmware ?? null,
      mac: agent?.mac ?? null,
    }
    accessWriter.add(access, { vpbxId: row.vpbx_id, lineId: row.line_id })
  }

  /** After a change of what no device's version tells of: the certificate authority. */
  function forgetRendered(): void {
    era += 1
    cache.clear()
  }

  return { fetch, openTicket, isApp, forgetRendered }
}

function readyToSend({ body: text, contentType }: ConfigFile): ProvisioningFile {
  const body = Buffer.from(text, 'utf8')
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 27)}"`
  return { body, gzipped: once(() => gzipAsync(body)), contentType, etag }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}

/** PostgreSQL takes no NUL and no half of a character, which a cut may leave; nobody wants a terminal's escape codes in a list. */
function clean(text: string, most: number): string {
  return text
    .slice(0, most)
    .toWellFormed()
    .replace(/\p{Cc}/gu, '�')
}

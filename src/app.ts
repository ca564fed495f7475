import { X509Certificate } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#config.ts'
import { type Database, hasInstallation, migrate, openPostgres, openSqlite } from '#db/open.ts'
import type { Clock } from '#domain/clock.ts'
import { systemClock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import { StartError } from '#domain/start-error.ts'
import { createAdminCenter } from '#http/admincenter/server.ts'
import { createProvisioningServer } from '#http/provisioning/server.ts'
import { createWebPhoneServer } from '#http/webphone/server.ts'
import { translate } from '#i18n/i18n.ts'
import { writeAudit } from '#services/audit.ts'
import { watchCertificates } from '#services/certificate-watch.ts'
import { ensureCertificates, switchCertificate, tlsOptions } from '#services/certificates.ts'
import { credentialAges } from '#services/credentials.ts'
import { startHousekeeping } from '#services/housekeeping.ts'
import { createServices, type Services } from '#services/index.ts'
import { loadMasterKey } from '#services/master-key.ts'
import { type FirstStart, prepareInstallation } from '#services/provider.ts'
import { createSealer, keyCheckValue } from '#services/seal.ts'
import { createKamailioSwitch, type KamailioSwitch } from '#switch/kamailio/index.ts'
import { placeForSwitch } from '#switch/kamailio/place.ts'

/** What the app needs of a logger; pino's has this shape. */
export interface AppLog {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export interface App {
  services: Services
  /** Ends everything that was started, the switch too. */
  stop(): Promise<void>
}

export interface AppOptions {
  log: AppLog
  /** Folder of the built web client; null serves the API alone. */
  webRoot: string | null
  /** Folder of the built Web-Phone; null serves its API alone. */
  webPhoneRoot: string | null
  /** Told the one-time password as soon as it is in the database: whatever fails after that, it is not lost. */
  onFirstStart(firstStart: FirstStart): void
}

/** Opens, checks and starts everything. Throws StartError with one clear message; what was started by then is ended again. */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const { log } = options
  const ends: (() => unknown)[] = []
  try {
    return await start(config, { ...options, ends, clock: systemClock })
  } catch (error) {
    await endAll(ends, log)
    throw error
  }
}

interface Start extends AppOptions {
  /** How to end what has been started, in order. */
  ends: (() => unknown)[]
  clock: Clock
}

async function start(config: Config, { log, webRoot, webPhoneRoot, onFirstStart, ends, clock }: Start): Promise<App> {
  const failed = (error: unknown) => log.error({ error: describe(error) }, 'unexpected failure')
  const { database, provider, firstStart, masterKey } = await openInstallation(config, clock, ends)
  if (firstStart) onFirstStart(firstStart)
  const { db } = database
  const tlsDirectory = join(config.data, 'tls')
  await prepareTls(config, tlsDirectory, clock, log)

  const sipSwitch = createSwitch(config, { tlsDirectory, realm: provider.realm, database, clock, log })
  let ca = ownCa(tlsDirectory)
  const settings = {
    host: config.host,
    provisioningPort: config.provisioningPort,
    sipPort: config.sipPort,
    sipsPort: config.sipsPort,
    realm: provider.realm,
    caCertificate: () => ca,
  }
  const sealer = createSealer(masterKey)
  const services = createServices({ database, clock, settings, sipSwitch, sealer, translate, failed })
  ends.push(() => services.accessWriter.close())
  await services.syncCredentials.all()
  await services.networkSync.pushAll()
  sipSwitch.onPublicCall(services.publicCalls.decide)
  ends.push(() => sipSwitch.stop())
  ends.push(sipSwitch.onEvent((event) => void services.registrations.heard(event).catch(failed)))
  ends.push(sipSwitch.onEvent((event) => void services.callWatch.heard(event).catch(failed)))

  const tls = tlsOptions(tlsDirectory)
  const probing = (ip: string) =>
    void writeAudit(db, clock, { ip }, { action: 'provisioning.probing', subject: ip, vpbxId: null }).catch(failed)
  const provisioningServer = createProvisioningServer({ ...services, tls, clock, probing, failed })
  await listen(provisioningServer, config.bind, config.provisioningPort, 'RACCORD_PROVISIONING_PORT', ends)
  const switchIsUp = () => sipSwitch.isUp()
  const adminCenter = await createAdminCenter({ ...services, tls, webRoot, switchIsUp, failed })
  await listen(adminCenter, config.bind, config.adminCenterPort, 'RACCORD_ADMINCENTER_PORT', ends)
  const webPhone = await createWebPhoneServer({
    ...{ ...services, tls, webRoot: webPhoneRoot, failed },
    webDoor: sipSwitch.webDoor,
  })
  await listen(webPhone, config.bind, config.webPhonePort, 'RACCORD_WEBPHONE_PORT', ends)
  await startSwitch(sipSwitch, log)
  ends.push(services.callWatch.start(), services.jobs.start(), services.webPhones.watch())

  const onCertificates = () => {
    ca = ownCa(tlsDirectory)
    services.provisioning.forgetRendered()
    // Whether telephones take TLS, and with it SRTP, hangs on whose certificate it is.
    services.syncCredentials.all().catch(failed)
    sipSwitch.reloadCertificate().catch(failed)
  }
  keepCertificates(config, {
    onCertificates,
    tlsDirectory,
    servers: [provisioningServer, adminCenter, webPhone],
    clock,
    log,
    ends,
    failed,
  })
  ends.push(startHousekeeping({ db, clock, failed }))
  return { services, stop: () => endAll(ends, log) }
}

async function openInstallation(config: Config, clock: Clock, ends: Start['ends']) {
  makeDataFolder(config.data)
  const database = openDatabase(config)
  ends.push(() => database.close())
  const databaseExists = await hasInstallation(database).catch((error: unknown) => {
    throw config.databaseUrl === null ? error : unreachable(error)
  })
  const masterKey = loadMasterKey({ file: config.masterKeyFile, databaseExists })
  await migrate(database)
  const prepared = await prepareInstallation(database.db, clock, { keyCheck: keyCheckValue(masterKey) })
  return { database, masterKey, ...prepared }
}

/** Without the address: it may hold a password. */
function unreachable(error: unknown): StartError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
  return new StartError(
    `The PostgreSQL database of RACCORD_DATABASE_URL cannot be used (${reason}). Check that it runs, the address, the user and the password.`,
    { cause: error },
  )
}

/** The database of an installation that was started before; StartError when there is none. */
export async function openInstalled(config: Config): Promise<{ database: Database; clock: Clock }> {
  if (config.databaseUrl !== null || existsSync(databaseFile(config))) {
    const database = openDatabase(config)
    if (await hasInstallation(database)) return { database, clock: systemClock }
    await database.close()
  }
  throw new StartError(
    'There is no installation here yet: start Raccord first, or set RACCORD_DATA or RACCORD_DATABASE_URL.',
  )
}

function databaseFile(config: Config): string {
  return join(config.data, 'raccord.db')
}

function openDatabase(config: Config): Database {
  return config.databaseUrl === null ? openSqlite(databaseFile(config)) : openPostgres(config.databaseUrl)
}

/** Others may pass through, since Kamailio's user must reach its folder in it; each file in it has a mode of its own. */
function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o711)
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be made or changed. Make its parent writable, or set RACCORD_DATA.`,
      {
        cause: error,
      },
    )
  }
}

function prepareTls(config: Config, dir: string, clock: Clock, log: AppLog): Promise<void> {
  const { host, publicAddress } = config
  return ensureCertificates({ dir, host, publicAddress, now: clock(), log: lines(log) })
}

interface SwitchParts {
  tlsDirectory: string
  realm: string
  database: Database
  clock: Clock
  log: AppLog
}

function createSwitch(config: Config, { tlsDirectory, realm, database, clock, log }: SwitchParts): KamailioSwitch {
  const isRoot = process.getuid?.() === 0
  const runAs = { user: 'kamailio', group: 'kamailio' }
  return createKamailioSwitch({
    directory: placeForSwitch(join(config.data, 'switch'), isRoot),
    host: config.host,
    realm,
    bind: config.bind,
    sipPort: config.sipPort,
    sipsPort: config.sipsPort,
    rtpPorts: config.rtpPorts,
    ...(config.publicAddress !== null && { publicAddress: config.publicAddress }),
    certificate: () => {
      const { cert, key } = switchCertificate(tlsDirectory)
      return { certFile: cert, keyFile: key }
    },
    ...(isRoot && { runAs }),
    credentialAges: () => credentialAges(database.db),
    clock,
    log,
  })
}

/** Without Kamailio on the machine the rest runs all the same: configurations are made and served, and the pages say that the switch is away. */
async function startSwitch(sipSwitch: KamailioSwitch, log: AppLog): Promise<void> {
  try {
    await sipSwitch.start()
    const fault = sipSwitch.media.fault()
    if (fault) log.warn({}, translate('en', `error.${fault.code}`, fault.params))
  } catch (error) {
    const missing =
      error instanceof AppError && (error.code === 'switch.missing' || error.code === 'switch.moduleMissing')
    if (!missing) throw error
    log.warn({}, `${translate('en', `error.${error.code}`, error.params)} Everything but the switch is running.`)
  }
}

/** The PEM of our own CA while the certificate in use is signed by it; a public one needs no telling. */
function ownCa(tlsDirectory: string): string | null {
  const file = join(tlsDirectory, 'ca.pem')
  if (!existsSync(file)) return null
  const pem = readFileSync(file, 'utf8')
  const used = new X509Certificate(readFileSync(switchCertificate(tlsDirectory).cert))
  return used.verify(new X509Certificate(pem).publicKey) ? pem : null
}

async function listen(
  server: { listen(place: { host: string; port: number }): Promise<unknown>; close(): Promise<unknown> },
  host: string,
  port: number,
  variable: string,
  ends: Start['ends'],
): Promise<void> {
  try {
    await server.listen({ host, port })
    ends.push(() => server.close())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use by another program. End it, or set ${variable}.`)
    if (code === 'EACCES')
      throw new StartError(`Port ${port} needs more rights than this user has. Set ${variable} to one above 1023.`)
    if (code === 'EADDRNOTAVAIL')
      throw new StartError(`This machine has no address ${host}. Set RACCORD_BIND to one it has.`)
    throw error
  }
}

interface Certified {
  tlsDirectory: string
  servers: { server: object }[]
  /** After the servers have taken them. */
  onCertificates: () => void
  clock: Clock
  log: AppLog
  ends: Start['ends']
  failed: (error: unknown) => void
}

const day = 86_400_000

/** Replaced certificate files are taken without a restart, and our own are renewed in time. */
function keepCertificates(
  config: Config,
  { tlsDirectory, servers, onCertificates, clock, log, ends, failed }: Certified,
): void {
  const take = (tls: ReturnType<typeof tlsOptions>): void => {
    for (const { server } of servers)
      if ('setSecureContext' in server) (server.setSecureContext as (o: object) => void)(tls)
    onCertificates()
  }
  const watch = watchCertificates(tlsDirectory, take, { log: lines(log) })
  const daily = setInterval(() => void prepareTls(config, tlsDirectory, clock, log).catch(failed), day)
  ends.push(() => {
    watch.close()
    clearInterval(daily)
  })
}

async function endAll(ends: Start['ends'], log: AppLog): Promise<void> {
  for (const end of ends.splice(0).reverse()) {
    try {
      await end()
    } catch (error) {
      log.error({ error: describe(error) }, 'could not end a part')
    }
  }
}

function lines(log: AppLog) {
  return { info: (text: string) => log.info({}, text), warn: (text: string) => log.warn({}, text) }
}

/** The stack of what broke: our own messages hold no secrets, and a failed query's values are not part of it. */
function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

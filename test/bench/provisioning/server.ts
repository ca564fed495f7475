// The provisioning port alone, as a process of its own: the real services over a real SQLite file, a switch in memory.
// node server.ts <folder that makeInstallation filled> <port>
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from '#db/open.ts'
import { systemClock } from '#domain/clock.ts'
import { createProvisioningServer } from '#http/provisioning/server.ts'
import { tlsOptions } from '#services/certificates.ts'
import { createServices } from '#services/index.ts'
import { createSealer } from '#services/seal.ts'
import { createFakeSwitch } from '#switch/fake.ts'

const [, , folder = '', port = ''] = process.argv
const tlsFolder = join(folder, '..', 'tls')
const failed = (error: unknown) => {
  console.error(error)
  process.exit(1)
}

const database = openSqlite(join(folder, 'raccord.db'))
const { realm } = await database.db.selectFrom('provider').select('realm').executeTakeFirstOrThrow()
const ca = readFileSync(join(tlsFolder, 'ca.pem'), 'utf8')
const services = createServices({
  database,
  clock: systemClock,
  settings: {
    host: 'localhost',
    provisioningPort: Number(port),
    sipPort: 5060,
    sipsPort: 5061,
    realm,
    caCertificate: () => ca,
  },
  sipSwitch: createFakeSwitch({ clock: systemClock, realm }),
  sealer: createSealer(readFileSync(join(folder, 'master.key'))),
  translate: (_, key) => key,
  failed,
})
const probing = () => failed(new Error('a key of the list was not taken'))
const server = createProvisioningServer({
  ...services,
  tls: tlsOptions(tlsFolder),
  clock: systemClock,
  probing,
  failed,
})
await server.listen({ host: '127.0.0.1', port: Number(port) })
process.send?.('ready')

process.once('SIGTERM', async () => {
  await server.close()
  await services.accessWriter.close()
  await database.close()
  process.exit(0)
})

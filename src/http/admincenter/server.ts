import { join } from 'node:path'
import type { SecureContextOptions } from 'node:tls'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { AppError } from '#domain/errors.ts'
import { createAdmittance } from '../shared/admission.ts'
import { registerApi } from '../shared/api.ts'
import { answerErrors } from '../shared/errors.ts'
import { type SessionRouteParts, sessionRoutes } from '../shared/sessions.routes.ts'
import { callRoutes } from './calls.routes.ts'
import { chargeRoutes } from './charges.routes.ts'
import { type DeviceRouteParts, deviceRoutes } from './devices.routes.ts'
import { type EventStreamParts, serveEvents } from './events.ts'
import { ipPhoneRoutes } from './ip-phone.routes.ts'
import { mailServerRoutes } from './mail-server.routes.ts'
import { phonebookRoutes } from './phonebook.routes.ts'
import { type ProviderRouteParts, providerRoutes } from './provider.routes.ts'
import { rightsRoutes } from './rights.routes.ts'
import { settingsRoutes } from './settings.routes.ts'
import { tariffRoutes } from './tariffs.routes.ts'
import { teamRoutes } from './teams.routes.ts'
import { trunkRoutes } from './trunks.routes.ts'
import { extensionRoutes, type LineRouteParts, lineRoutes, userRoutes, vpbxRoutes } from './vpbxs.routes.ts'

type Services = Omit<SessionRouteParts, 'admittance'> &
  ProviderRouteParts &
  DeviceRouteParts &
  LineRouteParts &
  Parameters<typeof extensionRoutes>[0] &
  Parameters<typeof userRoutes>[0] &
  Parameters<typeof phonebookRoutes>[0] &
  Parameters<typeof settingsRoutes>[0] &
  Parameters<typeof callRoutes>[0] &
  Parameters<typeof chargeRoutes>[0] &
  Parameters<typeof mailServerRoutes>[0] &
  Parameters<typeof tariffRoutes>[0] &
  Parameters<typeof trunkRoutes>[0] &
  Parameters<typeof teamRoutes>[0] &
  Parameters<typeof rightsRoutes>[0] &
  Parameters<typeof ipPhoneRoutes>[0] &
  Omit<EventStreamParts, 'admittance'>

export interface AdminCenterParts extends Services {
  /** Null serves plain HTTP: for tests that inject requests. */
  tls: SecureContextOptions | null
  /** Folder of the built web client; null serves the API alone. */
  webRoot: string | null
  failed(error: unknown): void
}

/** Port 8443: the web client and the API below /api. */
export async function createAdminCenter(parts: AdminCenterParts): Promise<FastifyInstance> {
  const app = fastify({
    ...(parts.tls && { https: parts.tls }),
    logger: false,
    bodyLimit: 64 * 1024,
    requestTimeout: 60_000,
    forceCloseConnections: true,
  }) as FastifyInstance
  answerErrors(app, parts.failed)
  app.setNotFoundHandler(async () => {
    throw new AppError('notFound')
  })
  await app.register(cookie)
  // There is no plain HTTP to protect from here, and other programs may serve some under the same name.
  const strictTransportSecurity = false
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    strictTransportSecurity,
  })
  const admittance = createAdmittance(parts.sessions)
  const handlers = {
    ...sessionRoutes({ ...parts, admittance }),
    ...providerRoutes(parts),
    ...vpbxRoutes(parts),
    ...extensionRoutes(parts),
    ...lineRoutes(parts),
    ...deviceRoutes(parts),
    ...userRoutes(parts),
    ...phonebookRoutes(parts),
    ...settingsRoutes(parts),
    ...callRoutes(parts),
    ...chargeRoutes(parts),
    ...mailServerRoutes(parts),
    ...tariffRoutes(parts),
    ...trunkRoutes(parts),
    ...teamRoutes(parts),
    ...rightsRoutes(parts),
    ...ipPhoneRoutes(parts),
  }
  await registerApi(app, handlers, admittance.admit)
  serveEvents(app, { ...parts, admittance })
  if (parts.webRoot !== null) await serveWeb(app, parts.webRoot)
  return app
}

// Mantine sets style attributes; scripts come from our own files alone.
const policy = {
  'default-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

/** Assets carry a hash of their content in their name and never change; whatever else is asked for with GET and is not the API is a page of the client. */
async function serveWeb(app: FastifyInstance, root: string): Promise<void> {
  const assets = {
    root: join(root, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
  } as const
  await app.register(fastifyStatic, assets)
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith('/api/')) throw new AppError('notFound')
    return reply.sendFile('index.html', root, { immutable: false, maxAge: 0 })
  })
}

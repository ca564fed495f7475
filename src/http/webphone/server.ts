import { join } from 'node:path'
import type { SecureContextOptions } from 'node:tls'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Route } from '#contract/routes/route.ts'
import { webPhoneRoutes } from '#contract/routes/web-phone-routes.ts'
import type { WebPhoneStart } from '#contract/web-phone.ts'
import type { Actor } from '#domain/actor.ts'
import { AppError } from '#domain/errors.ts'
import { createAdmittance } from '../shared/admission.ts'
import { addRoute } from '../shared/api.ts'
import { answerErrors } from '../shared/errors.ts'
import { type SessionRouteParts, sessionRoutes } from '../shared/sessions.routes.ts'
import { serveWebSocket, type UpgradeParts } from './upgrade.ts'

export interface WebPhoneServerParts extends Omit<SessionRouteParts, 'admittance'>, UpgradeParts {
  /** Null serves plain HTTP: for tests that inject requests. */
  tls: SecureContextOptions | null
  /** Folder of the built page; null serves the API and the WebSocket alone. */
  webRoot: string | null
}

/** Port 8449: the telephone in the browser, its API, and SIP over WebSocket. */
export async function createWebPhoneServer(parts: WebPhoneServerParts): Promise<FastifyInstance> {
  const app = fastify({
    ...(parts.tls && { https: { ...parts.tls, ALPNProtocols: ['http/1.1'] } }),
    logger: false,
    bodyLimit: 16 * 1024,
    requestTimeout: 60_000,
    forceCloseConnections: true,
  }) as FastifyInstance
  answerErrors(app, parts.failed)
  app.setNotFoundHandler(async () => {
    throw new AppError('notFound')
  })
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    strictTransportSecurity: false,
  })
  await serveApi(app, parts)
  serveWebSocket(app, parts)
  if (parts.webRoot !== null) await servePage(app, parts.webRoot)
  return app
}

const policy = {
  'default-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

interface PhoneCall {
  actor: Actor
  request: Parameters<ReturnType<typeof createAdmittance>['sessionOf']>[0]
}

async function serveApi(app: FastifyInstance, parts: WebPhoneServerParts): Promise<void> {
  const { sessions, webPhones } = parts
  const admittance = createAdmittance(sessions)
  const handlers: Record<keyof typeof webPhoneRoutes, unknown> = {
    ...sessionRoutes({ ...parts, admittance }),
    'webPhone.lines': ({ actor }: PhoneCall) => webPhones.lines(actor),
    'webPhone.start': ({ actor, request, body }: PhoneCall & { body: z.output<typeof WebPhoneStart> }) =>
      webPhones.start(actor, admittance.sessionOf(request).session, body.lineId),
    'webPhone.stop': async ({ request, params }: PhoneCall & { params: { phoneId: string } }) => {
      await webPhones.stop(admittance.sessionOf(request).session.id, params.phoneId)
      return { ok: true }
    },
  }
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  for (const [id, route] of Object.entries<Route>(webPhoneRoutes))
    addRoute(app, id, route, handlers[id as keyof typeof webPhoneRoutes], admittance.admit)
}

/** `/webphone.jsp` is the address that users of the former Web-Phone know. */
async function servePage(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
  })
  for (const path of ['/', '/webphone.jsp'])
    app.get(path, async (_, reply) => reply.sendFile('index.html', root, { immutable: false, maxAge: 0 }))
  app.get('/manifest.webmanifest', async (_, reply) => {
    reply.type('application/manifest+json')
    return reply.sendFile('manifest.webmanifest', root, { immutable: false, maxAge: 0 })
  })
  app.get('/icon.svg', async (_, reply) => reply.sendFile('icon.svg', root, { immutable: false, maxAge: 0 }))
}

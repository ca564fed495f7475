import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Route } from '#contract/routes/route.ts'
import { type RouteId, routes } from '#contract/routes.ts'
import type { Actor } from '#domain/actor.ts'

type Input<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends z.ZodType ? z.output<R[K]> : undefined

/** What a handler is given; `actor` is null on public routes alone. */
export interface Call<Id extends RouteId> {
  actor: (typeof routes)[Id] extends { access: 'public' } ? null : Actor
  params: Input<(typeof routes)[Id], 'params'>
  query: Input<(typeof routes)[Id], 'query'>
  body: Input<(typeof routes)[Id], 'body'>
  request: FastifyRequest
  reply: FastifyReply
}

/** One handler for every route of the contract: the compiler names the one that is missing. */
export type Handlers = { [Id in RouteId]: (call: Call<Id>) => Promise<z.input<(typeof routes)[Id]['reply']>> }

/** A part of the handlers, as the <noun>.routes.ts files give them. */
export type HandlersOf<Noun extends string> = {
  [Id in RouteId as Id extends `${Noun}.${string}` ? Id : never]: Handlers[Id]
}

/** Finds who asks and refuses whom the route is not for; gives null on public routes. */
export type Admission = (route: Route, request: FastifyRequest) => Promise<Actor | null>

/** Describes and serves every route of the contract. */
export async function registerApi(app: FastifyInstance, handlers: Handlers, admit: Admission): Promise<void> {
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Raccord AdminCenter', version: '1' } },
    transform: jsonSchemaTransform,
  })
  await app.register(async (api) => {
    for (const [id, route] of Object.entries<Route>(routes)) addRoute(api, id, route, handlers[id as RouteId], admit)
    api.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  })
}

/** `served`: the handler of this very route. */
export function addRoute(api: FastifyInstance, id: string, route: Route, served: unknown, admit: Admission): void {
  const { params, query, body, reply, bodyLimit } = route
  // Each handler is typed against its own route above; here, in the loop over all, the types are the union's.
  const handler = served as (call: Record<string, unknown>) => Promise<unknown>
  const actors = new WeakMap<FastifyRequest, Actor | null>()
  api.route({
    method: route.method,
    url: route.path,
    schema: {
      operationId: id,
      summary: route.summary,
      tags: [id.split('.')[0] ?? id],
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      response: { 200: reply },
    },
    ...(bodyLimit !== undefined && { bodyLimit }),
    // Before the body is looked at: a stranger learns nothing of what a route would take. A large one is not even read from him.
    [bodyLimit === undefined ? 'preValidation' : 'onRequest']: async (request: FastifyRequest) => {
      actors.set(request, await admit(route, request))
    },
    handler: async (request, answer) => {
      answer.header('cache-control', 'no-store')
      return handler({
        actor: actors.get(request) ?? null,
        params: request.params,
        query: request.query,
        body: request.body,
        request,
        reply: answer,
      })
    },
  })
}

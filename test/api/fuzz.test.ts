import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '#contract/routes/route.ts'
import { type RouteId, routes } from '#contract/routes.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

/** `npm run soak` tries far more than `npm test`. */
const numRuns = process.env.TEST_SOAK ? 5000 : 30

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\u0000',
    '\ud800',
    "' or 1=1 --",
    '<script>',
    '%00',
    '../..',
    '__proto__',
    'constructor',
    'x'.repeat(20_000),
  ),
)
const anything = fc.oneof(nasty, fc.jsonValue(), fc.double(), fc.array(nasty, { maxLength: 3 }))

/** Names that the route knows, with values it does not expect. */
function bodyOf(route: Route): fc.Arbitrary<unknown> {
  const shape = route.body && 'shape' in route.body ? Object.keys(route.body.shape as object) : []
  const fields = Object.fromEntries([...shape, 'more'].map((name) => [name, anything]))
  return fc.oneof(fc.record(fields, { requiredKeys: [] }), fc.jsonValue())
}

/** Deleting and signing out would end the play; whole lists of the rest are walked. */
const played = (Object.keys(routes) as RouteId[]).filter(
  (id) => routes[id].method !== 'DELETE' && !id.startsWith('session.'),
)

describe.each(engines)('anything at all, on %s', (engine) => {
  let installation: TestInstallation
  let provider: TestClient
  let ids: Record<string, string>

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    provider = await signIn(installation, 'provider', installation.firstPassword)
    const { vpbx, extensions, user } = await buildVpbx(installation, 'Fuzz')
    const lineId = lineOf(extensions[0])
    const { services, provider: operator } = installation
    const team = { number: '50', name: 'Fuzz', strategy: 'all' as const, ringSeconds: 20, extensionIds: [] }
    const trunk = await provider.request('POST', '/api/trunks', { name: 'Fuzz', host: '192.0.2.1' })
    const device = await installation.services.devices.create(installation.provider, lineId, { model: 'yealink-t54w' })
    ids = {
      vpbxId: vpbx.id,
      extensionId: extensions[0].id,
      lineId,
      deviceId: device.id,
      userId: user.user.id,
      modelId: 'snom-d785',
      teamId: (await services.teams.create(operator, vpbx.id, team)).id,
      trunkId: (trunk.body as { id: string }).id,
    }
  })
  afterAll(() => installation?.close())

  test.each(played.filter((id) => 'body' in routes[id]))(
    '%s answers whatever is sent with less than 500',
    async (id) => {
      const route: Route = routes[id]
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '')
      await fc.assert(
        fc.asyncProperty(bodyOf(route), async (body) => {
          const { status } = await provider.request(route.method, path, body ?? {})
          expect(status).toBeLessThan(500)
        }),
        { numRuns },
      )
    },
  )

  test.each(played.filter((id) => 'params' in routes[id]))(
    '%s answers whatever stands in its path with less than 500',
    async (id) => {
      const route: Route = routes[id]
      await fc.assert(
        fc.asyncProperty(nasty, async (text) => {
          const path = route.path.replace(/:(\w+)/g, encodeURIComponent(text.toWellFormed().slice(0, 500)))
          const { status } = await provider.request(route.method, path, 'body' in route ? {} : undefined)
          expect(status).toBeLessThan(500)
        }),
        { numRuns },
      )
    },
  )

  test('nothing broke behind all that', () => {
    expect(installation.failures).toEqual([])
    expect(played.length).toBeGreaterThan(25)
  })
})

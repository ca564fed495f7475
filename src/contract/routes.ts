import { callRoutes } from './routes/call-routes.ts'
import { deviceRoutes } from './routes/device-routes.ts'
import { phonebookRoutes } from './routes/phonebook-routes.ts'
import { providerRoutes } from './routes/provider-routes.ts'
import type { Route } from './routes/route.ts'
import { sessionRoutes } from './routes/session-routes.ts'
import { settingsRoutes } from './routes/settings-routes.ts'
import { vpbxRoutes } from './routes/vpbx-routes.ts'

/** The whole API below /api, as data: the server, its description, the browser's client and the test of the tenant walls are made from this table. */
export const routes = {
  ...sessionRoutes,
  ...providerRoutes,
  ...settingsRoutes,
  ...vpbxRoutes,
  ...deviceRoutes,
  ...phonebookRoutes,
  ...callRoutes,
} as const satisfies Record<string, Route>

export type RouteId = keyof typeof routes

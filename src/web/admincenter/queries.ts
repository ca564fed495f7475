import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, api, setCsrfToken } from './api.ts'
import { ApiError } from './api-error.ts'
import type { CurrentSession } from './types.ts'

/** Every question to the server, by noun. The key's first word is what live events and changes invalidate. */
async function currentSession(): Promise<CurrentSession | null> {
  try {
    const session = await answerOf(api.GET('/api/session'))
    setCsrfToken(session.csrfToken)
    return session
  } catch (error) {
    if (error instanceof ApiError && error.code === 'session.required') return null
    throw error
  }
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: currentSession,
  staleTime: 60_000,
  // Another tab may have signed in or out meanwhile.
  refetchOnWindowFocus: 'always',
})

export const ownSessionsQuery = queryOptions({
  queryKey: ['ownSessions'],
  queryFn: () => answerOf(api.GET('/api/sessions')),
})

export const providerQuery = queryOptions({
  queryKey: ['provider'],
  queryFn: () => answerOf(api.GET('/api/provider')),
})

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: () => answerOf(api.GET('/api/models')),
  staleTime: 60_000,
})

export const modelQuery = (modelId: string) =>
  queryOptions({
    queryKey: ['model', modelId],
    queryFn: () => answerOf(api.GET('/api/models/{modelId}', { params: { path: { modelId } } })),
    staleTime: 600_000,
  })

export const vpbxModelsQuery = (vpbxId: string) =>
  queryOptions({
    queryKey: ['models', vpbxId],
    queryFn: () => answerOf(api.GET('/api/vpbxs/{vpbxId}/models', { params: { path: { vpbxId } } })),
    staleTime: 60_000,
  })

export const vpbxsQuery = queryOptions({ queryKey: ['vpbxs'], queryFn: () => answerOf(api.GET('/api/vpbxs')) })

export const vpbxQuery = (vpbxId: string) =>
  queryOptions({
    queryKey: ['vpbx', vpbxId],
    queryFn: () => answerOf(api.GET('/api/vpbxs/{vpbxId}', { params: { path: { vpbxId } } })),
  })

export const extensionsQuery = (vpbxId: string) =>
  queryOptions({
    queryKey: ['extensions', vpbxId],
    queryFn: () => answerOf(api.GET('/api/vpbxs/{vpbxId}/extensions', { params: { path: { vpbxId } } })),
  })

export const extensionQuery = (extensionId: string) =>
  queryOptions({
    queryKey: ['extension', extensionId],
    queryFn: () => answerOf(api.GET('/api/extensions/{extensionId}', { params: { path: { extensionId } } })),
  })

export const sipQuery = (extensionId: string) =>
  queryOptions({
    queryKey: ['sip', extensionId],
    queryFn: () => answerOf(api.GET('/api/extensions/{extensionId}/sip', { params: { path: { extensionId } } })),
  })

export const usersQuery = (vpbxId: string) =>
  queryOptions({
    queryKey: ['users', vpbxId],
    queryFn: () => answerOf(api.GET('/api/vpbxs/{vpbxId}/users', { params: { path: { vpbxId } } })),
  })

const phonebookPage = 100

export const phonebookQuery = (vpbxId: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['phonebook', vpbxId, q],
    initialPageParam: 0,
    queryFn: ({ pageParam: offset }) =>
      answerOf(
        api.GET('/api/vpbxs/{vpbxId}/phonebook', {
          params: { path: { vpbxId }, query: { q, offset, limit: phonebookPage } },
        }),
      ),
    getNextPageParam: ({ total }, pages) => {
      const loaded = pages.reduce((sum, { entries }) => sum + entries.length, 0)
      return loaded < total && pages.at(-1)?.entries.length ? loaded : null
    },
    // What was found before stays on screen while the next word is being searched for.
    placeholderData: keepPreviousData,
  })

export const ownLinesQuery = queryOptions({ queryKey: ['ownLines'], queryFn: () => answerOf(api.GET('/api/lines')) })

export const devicesQuery = (lineId: string) =>
  queryOptions({
    queryKey: ['devices', lineId],
    queryFn: () => answerOf(api.GET('/api/lines/{lineId}/devices', { params: { path: { lineId } } })),
  })

export const ipPhoneQuery = (lineId: string) =>
  queryOptions({
    queryKey: ['ipPhone', lineId],
    queryFn: () => answerOf(api.GET('/api/lines/{lineId}/ip-phone', { params: { path: { lineId } } })),
  })

export const registrationsQuery = (lineId: string) =>
  queryOptions({
    queryKey: ['registrations', lineId],
    queryFn: () => answerOf(api.GET('/api/lines/{lineId}/registrations', { params: { path: { lineId } } })),
    refetchInterval: 30_000,
  })

export const deviceQuery = (deviceId: string) =>
  queryOptions({
    queryKey: ['device', deviceId],
    queryFn: () => answerOf(api.GET('/api/devices/{deviceId}', { params: { path: { deviceId } } })),
  })

export const deviceKeysQuery = (deviceId: string) =>
  queryOptions({
    queryKey: ['deviceKeys', deviceId],
    queryFn: () => answerOf(api.GET('/api/devices/{deviceId}/keys', { params: { path: { deviceId } } })),
  })

export const lineSlotsQuery = (deviceId: string) =>
  queryOptions({
    queryKey: ['deviceLines', deviceId],
    queryFn: () => answerOf(api.GET('/api/devices/{deviceId}/lines', { params: { path: { deviceId } } })),
  })

export const baseStationsQuery = (deviceId: string) =>
  queryOptions({
    queryKey: ['baseStations', deviceId],
    queryFn: () => answerOf(api.GET('/api/devices/{deviceId}/base-stations', { params: { path: { deviceId } } })),
  })

/** For a handset that is about to be made. */
export const newBaseStationsQuery = (lineId: string, model: string) =>
  queryOptions({
    queryKey: ['baseStations', lineId, model],
    queryFn: () =>
      answerOf(api.GET('/api/lines/{lineId}/base-stations', { params: { path: { lineId }, query: { model } } })),
  })

export const handsetsQuery = (deviceId: string) =>
  queryOptions({
    queryKey: ['handsets', deviceId],
    queryFn: () => answerOf(api.GET('/api/devices/{deviceId}/handsets', { params: { path: { deviceId } } })),
  })

export const modelChangeQuery = (deviceId: string, model: string) =>
  queryOptions({
    queryKey: ['modelChange', deviceId, model],
    queryFn: () =>
      answerOf(api.GET('/api/devices/{deviceId}/model-change', { params: { path: { deviceId }, query: { model } } })),
    // What it tells must be what is there now.
    staleTime: 0,
  })

export const accessesQuery = (deviceId: string) =>
  queryOptions({
    queryKey: ['accesses', deviceId],
    queryFn: () => answerOf(api.GET('/api/devices/{deviceId}/accesses', { params: { path: { deviceId } } })),
  })

export const auditQuery = (vpbxId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['audit', vpbxId],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/audit', {
          params: { query: { ...(vpbxId && { vpbxId }), ...(pageParam !== null && { before: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.next,
  })

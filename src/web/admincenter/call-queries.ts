import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { paths } from '#web/api.gen.ts'
import { answerOf, api } from './api.ts'

/** Questions about calls and money, by noun; beside queries.ts. Their hint is `calls` (events.ts). */
export type CallFilter = Omit<NonNullable<paths['/api/calls']['get']['parameters']['query']>, 'before'>

/** Hints may be lost, and a call that ends by itself must not stay on screen. */
const slowPoll = 10_000

export const runningCallsQuery = (vpbxId: string | null) =>
  queryOptions({
    queryKey: ['runningCalls', vpbxId],
    queryFn: () => answerOf(api.GET('/api/calls/running', { params: { query: vpbxId ? { vpbxId } : {} } })),
    refetchInterval: slowPoll,
    staleTime: 2000,
  })

export const callsQuery = (filter: CallFilter) =>
  infiniteQueryOptions({
    queryKey: ['calls', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/calls', { params: { query: { ...filter, ...(pageParam !== null && { before: pageParam }) } } }),
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** Without a day: the provider's today. */
export const callChartQuery = (vpbxId: string | null, day: string | null) =>
  queryOptions({
    queryKey: ['callChart', vpbxId, day],
    queryFn: () =>
      answerOf(api.GET('/api/calls/chart', { params: { query: { ...(vpbxId && { vpbxId }), ...(day && { day }) } } })),
    placeholderData: keepPreviousData,
  })

export const registrationsByMakeQuery = queryOptions({
  queryKey: ['registrationsByMake'],
  queryFn: () => answerOf(api.GET('/api/registrations/by-make')),
  refetchInterval: 60_000,
})

export const trunksQuery = queryOptions({
  queryKey: ['trunks'],
  queryFn: () => answerOf(api.GET('/api/trunks')),
  refetchInterval: slowPoll,
})

export const tariffsQuery = queryOptions({
  queryKey: ['tariffs'],
  queryFn: () => answerOf(api.GET('/api/tariffs')),
})

const ratePage = 100

export const ratesQuery = (tariffId: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['rates', tariffId, q],
    initialPageParam: 0,
    queryFn: ({ pageParam: offset }) =>
      answerOf(
        api.GET('/api/tariffs/{tariffId}/rates', {
          params: { path: { tariffId }, query: { q, offset, limit: ratePage } },
        }),
      ),
    getNextPageParam: ({ total }, pages) => {
      const loaded = pages.reduce((sum, { rates }) => sum + rates.length, 0)
      return loaded < total && pages.at(-1)?.rates.length ? loaded : null
    },
    placeholderData: keepPreviousData,
  })

export const mailServerQuery = queryOptions({
  queryKey: ['mailServer'],
  queryFn: () => answerOf(api.GET('/api/mail-server')),
})

export const teamsQuery = (vpbxId: string) =>
  queryOptions({
    queryKey: ['teams', vpbxId],
    queryFn: () => answerOf(api.GET('/api/vpbxs/{vpbxId}/teams', { params: { path: { vpbxId } } })),
  })

export const extensionNamesQuery = (vpbxId: string) =>
  queryOptions({
    queryKey: ['extensionNames', vpbxId],
    queryFn: () => answerOf(api.GET('/api/vpbxs/{vpbxId}/names', { params: { path: { vpbxId } } })),
  })

export const vpbxRightsQuery = (vpbxId: string) =>
  queryOptions({
    queryKey: ['rights', 'vpbx', vpbxId],
    queryFn: () => answerOf(api.GET('/api/vpbxs/{vpbxId}/rights', { params: { path: { vpbxId } } })),
  })

export const accountRightsQuery = (extensionId: string) =>
  queryOptions({
    queryKey: ['rights', 'account', extensionId],
    queryFn: () => answerOf(api.GET('/api/extensions/{extensionId}/rights', { params: { path: { extensionId } } })),
  })

export const lineRightsQuery = (lineId: string) =>
  queryOptions({
    queryKey: ['rights', 'line', lineId],
    queryFn: () => answerOf(api.GET('/api/lines/{lineId}/rights', { params: { path: { lineId } } })),
  })

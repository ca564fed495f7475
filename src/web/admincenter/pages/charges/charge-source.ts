import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import type { ChargeLimit, ChargeLimitInput } from '../../types.ts'

/** Whose TopStop is meant, and how it is asked for and set. */
export interface ChargeSource {
  kind: ChargeLimit['scope']['kind']
  id: string
  read: () => Promise<ChargeLimit>
  write: (body: ChargeLimitInput) => Promise<ChargeLimit>
}

export function vpbxCharges(vpbxId: string): ChargeSource {
  const params = { path: { vpbxId } }
  return {
    kind: 'vpbx',
    id: vpbxId,
    read: () => answerOf(api.GET('/api/vpbxs/{vpbxId}/charges', { params })),
    write: (body) => answerOf(api.PUT('/api/vpbxs/{vpbxId}/charges', { params, body })),
  }
}

export function accountCharges(extensionId: string): ChargeSource {
  const params = { path: { extensionId } }
  return {
    kind: 'account',
    id: extensionId,
    read: () => answerOf(api.GET('/api/extensions/{extensionId}/charges', { params })),
    write: (body) => answerOf(api.PUT('/api/extensions/{extensionId}/charges', { params, body })),
  }
}

export function lineCharges(lineId: string): ChargeSource {
  const params = { path: { lineId } }
  return {
    kind: 'line',
    id: lineId,
    read: () => answerOf(api.GET('/api/lines/{lineId}/charges', { params })),
    write: (body) => answerOf(api.PUT('/api/lines/{lineId}/charges', { params, body })),
  }
}

export const chargesQuery = (source: ChargeSource) =>
  queryOptions({ queryKey: ['charges', source.kind, source.id], queryFn: source.read, refetchInterval: 30_000 })

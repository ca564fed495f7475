import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import type { SettingsLayer, SettingsLayerInput } from '../../types.ts'

/** Which layer of settings is meant, and how it is asked for and changed. */
export interface LayerSource {
  /** Unlike that of every other layer. */
  key: string
  read: () => Promise<SettingsLayer>
  write: (body: SettingsLayerInput) => Promise<SettingsLayer>
}

export const installationLayer: LayerSource = {
  key: 'installation',
  read: () => answerOf(api.GET('/api/settings')),
  write: (body) => answerOf(api.PUT('/api/settings', { body })),
}

export function vpbxLayer(vpbxId: string): LayerSource {
  const params = { path: { vpbxId } }
  return {
    key: `vpbx ${vpbxId}`,
    read: () => answerOf(api.GET('/api/vpbxs/{vpbxId}/settings', { params })),
    write: (body) => answerOf(api.PUT('/api/vpbxs/{vpbxId}/settings', { params, body })),
  }
}

export function vendorLayer(vendorId: string): LayerSource {
  const params = { path: { vendorId } }
  return {
    key: `vendor ${vendorId}`,
    read: () => answerOf(api.GET('/api/vendors/{vendorId}/settings', { params })),
    write: (body) => answerOf(api.PUT('/api/vendors/{vendorId}/settings', { params, body })),
  }
}

export function modelLayer(modelId: string): LayerSource {
  const params = { path: { modelId } }
  return {
    key: `model ${modelId}`,
    read: () => answerOf(api.GET('/api/models/{modelId}/settings', { params })),
    write: (body) => answerOf(api.PUT('/api/models/{modelId}/settings', { params, body })),
  }
}

export function vpbxModelLayer(vpbxId: string, modelId: string): LayerSource {
  const params = { path: { vpbxId, modelId } }
  return {
    key: `vpbx ${vpbxId} model ${modelId}`,
    read: () => answerOf(api.GET('/api/vpbxs/{vpbxId}/models/{modelId}/settings', { params })),
    write: (body) => answerOf(api.PUT('/api/vpbxs/{vpbxId}/models/{modelId}/settings', { params, body })),
  }
}

export function deviceLayer(deviceId: string): LayerSource {
  const params = { path: { deviceId } }
  return {
    key: `device ${deviceId}`,
    read: () => answerOf(api.GET('/api/devices/{deviceId}/settings', { params })),
    write: (body) => answerOf(api.PUT('/api/devices/{deviceId}/settings', { params, body })),
  }
}

export const layerQuery = (source: LayerSource) =>
  queryOptions({ queryKey: ['settingsLayer', source.key], queryFn: source.read })

import { type AppFacts, type Model, provisioningUrl, renderFile, typedData } from '#catalog/index.ts'
import type { DeviceSpec } from '#catalog/spec.ts'
import { qrCode } from './qr-code.ts'

/** What a person is shown once to set the app up. All but `link` hold the SIP secret. */
export type AppCode =
  | { delivery: 'link'; link: string; opens: string | null; qr: string; cameraQr: string | null; expiresAt: number }
  | { delivery: 'code'; qr: string }
  | { delivery: 'file'; fileName: string; content: string }
  | { delivery: 'typed'; data: ReturnType<typeof typedData> }

/** The link that a ticket stands in, and the same for a camera or a tap. */
export function ticketLinks(
  model: Model,
  { host, provisioningPort }: Pick<DeviceSpec, 'host' | 'provisioningPort'>,
  ticket: string,
) {
  const link = provisioningUrl(model, host, provisioningPort, ticket)
  return { link, opens: model.app?.scheme ? model.app.scheme + link : null }
}

export async function linkCode(
  model: Model,
  place: Pick<DeviceSpec, 'host' | 'provisioningPort'>,
  { ticket, expiresAt }: { ticket: string; expiresAt: number },
): Promise<AppCode> {
  const { link, opens } = ticketLinks(model, place, ticket)
  return { delivery: 'link', link, opens, qr: await qrCode(link), cameraQr: opens && (await qrCode(opens)), expiresAt }
}

/** For an app that fetches nothing: everything at once. */
export async function wholeCode(app: AppFacts, spec: DeviceSpec): Promise<AppCode> {
  if (app.delivery === 'typed') return { delivery: 'typed', data: typedData(spec) }
  const content = renderFile(spec, null)?.body ?? ''
  return app.delivery === 'file'
    ? { delivery: 'file', fileName: app.fileName ?? 'config.txt', content }
    : { delivery: 'code', qr: await qrCode(content) }
}

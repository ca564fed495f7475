import { z } from 'zod'
import { appDeliveries, appRemarks, appShops, appSystems } from '#domain/app.ts'
import { transports } from '#domain/device.ts'
import { Id, singleLine, Timestamp } from './common.ts'
import { Device, ManualStep, ModelDetails } from './device.ts'

const shopLink = singleLine(300)
  .refine((text) => text === '' || isSecureUrl(text), 'shopLink.invalid')
  .default('')

function isSecureUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === ''
}

/** Empty takes the link away. */
export const AppShopsInput = z.strictObject({ apple: shopLink, google: shopLink, microsoft: shopLink })

const ShopLink = z.object({ shop: z.enum(appShops), url: z.string() })

/** What a person should know of an app before taking it. */
const AppFacts = z.object({
  delivery: z.enum(appDeliveries),
  systems: z.array(z.enum(appSystems)),
  can: z.array(z.enum(appRemarks)),
  cannot: z.array(z.enum(appRemarks)),
  /** How the code, the file or the data get into it. */
  steps: z.array(ManualStep),
  shops: z.array(ShopLink),
})

/** `app` is null for what is none. */
export const AppModelDetails = ModelDetails.extend({ app: AppFacts.nullable() })

/** The page of the apps of a line. */
export const IpPhone = z.object({
  /** What the provider calls the apps. */
  name: z.string(),
  /** False: the provider has switched them off; `types` is empty then. */
  offered: z.boolean(),
  /** Whom to ask; may be empty. */
  contact: z.string(),
  providerName: z.string(),
  /** The server's certificate is of its own authority, which apps with the remark `publicCertificate` do not accept. */
  ownCertificate: z.boolean(),
  types: z.array(AppFacts.extend({ id: z.string(), vendorName: z.string(), name: z.string() })),
  apps: z.array(
    z.object({
      device: Device,
      delivery: z.enum(appDeliveries),
      /** The last code of an app that fetches; null when there is none. */
      code: z.object({ madeAt: Timestamp, expiresAt: Timestamp, usedAt: Timestamp.nullable() }).nullable(),
    }),
  ),
  /** To whom a code can be sent; empty while no mail can be sent. */
  recipients: z.array(z.object({ id: Id, name: z.string() })),
})
export type IpPhone = z.output<typeof IpPhone>

export const IpPhoneInput = z.strictObject({
  model: z.string('field.required').min(1, 'field.required').max(80, 'model.unknown'),
})

/** What is shown once. All but `link` hold the SIP secret. QR codes are SVG texts. */
export const IpPhoneCode = z.object({
  deviceId: Id,
  steps: z.array(ManualStep),
  code: z.discriminatedUnion('delivery', [
    z.object({
      delivery: z.literal('link'),
      link: z.string(),
      /** For a camera or a tap; null where nothing opens the app. */
      opens: z.string().nullable(),
      qr: z.string(),
      cameraQr: z.string().nullable(),
      expiresAt: Timestamp,
    }),
    z.object({ delivery: z.literal('code'), qr: z.string() }),
    z.object({ delivery: z.literal('file'), fileName: z.string(), content: z.string() }),
    z.object({
      delivery: z.literal('typed'),
      data: z.object({
        server: z.string(),
        port: z.int(),
        transport: z.enum(transports),
        srtp: z.enum(['off', 'optional', 'required']),
        user: z.string(),
        authName: z.string(),
        password: z.string(),
        displayName: z.string(),
        voicemail: z.string(),
        expiry: z.int(),
      }),
    }),
  ]),
})

export type IpPhoneCode = z.output<typeof IpPhoneCode>

export const IpPhoneMail = z.strictObject({
  /** The 48 digits of the code on the page. */
  ticket: z.string('field.required').regex(/^[0-9a-f]{48}$/, 'field.invalid'),
  userId: Id,
})

/**
 * How an app comes to its configuration. `link`: it fetches a link, so that a code holds no secret. `code`: a QR code holds everything. `file`: a file that a
 * person puts in its place. `typed`: a person types the data in.
 */
export const appDeliveries = ['link', 'code', 'file', 'typed'] as const
export type AppDelivery = (typeof appDeliveries)[number]

export const appSystems = ['android', 'ios', 'windows', 'macos', 'linux'] as const
export type AppSystem = (typeof appSystems)[number]

/** Shops of whose apps a provider may give links. */
export const appShops = ['apple', 'google', 'microsoft'] as const
export type AppShop = (typeof appShops)[number]

/** What is worth knowing of an app before one takes it; the sentences stand in i18n under `ipPhone.remark`. */
export const appRemarks = [
  'fetchesLink',
  'opensLink',
  'refetches',
  'encrypts',
  'scansCode',
  'readsFile',
  'takesTyped',
  'noPush',
  'publicCertificate',
  'secretInCode',
  'secretInFile',
  'noRefetch',
  'latinName',
  'noTransport',
  'shopNoCode',
  'makersCloud',
  'makersPortal',
  'noCode',
  'replacesFile',
  'dependsOnApp',
] as const
export type AppRemark = (typeof appRemarks)[number]

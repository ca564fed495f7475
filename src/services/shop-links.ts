import type { Db } from '#db/open.ts'
import { type AppShop, appShops } from '#domain/app.ts'

/** Where the provider says that an app of this model is had, in the order of `appShops`. */
export async function shopLinksOf(db: Db, model: string): Promise<{ shop: AppShop; url: string }[]> {
  const rows = await db.selectFrom('app_shop_link').select(['shop', 'url']).where('model', '=', model).execute()
  return appShops.flatMap((shop) => rows.filter((row) => row.shop === shop))
}
